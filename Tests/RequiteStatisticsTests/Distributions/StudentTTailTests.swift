import RequiteStatistics
import Testing

@Suite struct StudentTTailTests {
  /// Values of the regularised incomplete beta function to seventeen digits, from mpmath.
  @Test(
    arguments: [
      (1, 0.001, 0.99936338043983888), (1, 1.5, 0.37433408362199763), (1, 2.5, 0.2422378831816868),
      (1, 1_000_000, 6.3661977236736914e-7), (2, 1.9, 0.19781937125057679), (2, 30, 0.0011092626819596589),
      (3, 4, 0.028008456010146167), (7, 1.25, 0.25146789656576029), (7, 12, 6.3583103781851003e-6),
      (36, 0.958, 0.34445267857087538), (36, 2.028094, 0.050000000104987708), (36, 40, 1.9529618408285493e-31),
      (999, 1.99, 0.046863160975470515), (999, 2.01, 0.044699642551336926), (1000, 9, 1.11290771718715e-18),
      (1001, 1.99, 0.046862616825077814), (1001, 2.01, 0.044699105914907261), (1001, 9, 1.1112243175024438e-18),
      (1_000_000, 1.5, 0.13361471823679277), (1_000_000, 2.5, 0.012419489502163246),
      (1_000_000, 30, 1.2020094233663438e-197),
    ] as [(Int64, Double, Double)])
  func tailsAgreeToTwelveDigitsHoweverSmall(df: Int64, t: Double, tail: Double) throws {
    let value = try #require(StudentT.probabilityOutside(t, df: df))
    #expect((value / tail - 1).magnitude < 1e-12)
    #expect(StudentT.probabilityOutside(-t, df: df) == value)
  }

  @Test(arguments: [1, 2, 3, 4, 9, 36, 101, 998, 999, 1000, 1001, 1002] as [Int64])
  func tailAndMiddleAddUpToOne(df: Int64) throws {
    for tenths in 0...80 {
      let t = Double(tenths) / 10
      let (outside, within) = (StudentT.probabilityOutside(t, df: df), StudentT.probabilityWithin(t, df: df))
      #expect(isClose(try #require(outside) + #require(within), to: 1, within: 1e-12))
    }
  }

  @Test(arguments: [1, 2, 30, 1000, 1001, 1_000_000, .max] as [Int64])
  func theQuantileLeavesFivePercentOutside(df: Int64) throws {
    let quantile = try #require(StudentT.quantile975(df: df))
    #expect(isClose(StudentT.probabilityOutside(quantile, df: df), to: 0.05, within: 1e-12))
  }

  @Test func withoutLimitToTheDegreesItIsTheNormalTail() throws {
    for t in [0.3, 1.5, 2, 3, 6] {
      let tail = try #require(StudentT.probabilityOutside(t, df: .max))
      #expect((tail / Normal.probabilityOutside(t) - 1).magnitude < 1e-13)
    }
  }

  @Test func farOutItIsStillANumber() {
    #expect(StudentT.probabilityOutside(.infinity, df: 5) == 0)
    #expect(StudentT.probabilityOutside(1e200, df: 1) == 0)
    #expect(StudentT.probabilityOutside(0, df: 5) == 1)
  }

  @Test(arguments: [0, -1, .min] as [Int64])
  func belowOneDegreeThereIsNothing(df: Int64) {
    #expect(StudentT.probabilityOutside(1, df: df) == nil)
  }
}
