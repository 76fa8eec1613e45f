import RequiteStatistics
import Testing

@Suite struct StudentTTests {
  /// Quantiles from R 4: `qt(0.975, df)`.
  @Test(arguments: [
    (1, 12.706204736174694), (2, 4.302652729749462), (3, 3.182446305283708), (10, 2.228138851986274),
    (34, 2.032244509317719), (36, 2.028094000979970),
  ])
  func quantilesAgreeWithTables(df: Int64, quantile: Double) {
    #expect(isClose(StudentT.quantile975(df: df), to: quantile))
  }

  @Test func quantilesFallToTheNormalQuantile() throws {
    var last = Double.infinity
    for df in Array(1...1200) + [2_000, 10_000, 1_000_000, 1_000_000_000_000] {
      let quantile = try #require(StudentT.quantile975(df: Int64(df)))
      #expect(quantile < last && quantile >= Normal.z975)
      last = quantile
    }
    #expect(isClose(last, to: Normal.z975, within: 1e-11))
  }

  @Test(arguments: [1001, 1002, 5000] as [Int64])
  func theExpansionAgreesWithTheSeries(df: Int64) throws {
    let quantile = try #require(StudentT.quantile975(df: df))
    #expect(isClose(StudentT.probabilityWithin(quantile, df: df), to: 0.95, within: 1e-12))
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 35, 36, 999, 1000] as [Int64])
  func theQuantileLeavesFivePercentOutside(df: Int64) throws {
    let quantile = try #require(StudentT.quantile975(df: df))
    #expect(isClose(StudentT.probabilityWithin(quantile, df: df), to: 0.95, within: 1e-13))
  }

  @Test func probabilitiesHaveTheirClosedFormsForOneAndTwo() {
    // One degree: 2/π atan t. Two degrees: t/√(2 + t²).
    for t in [0.0, 0.1, 1, 2.5, 40] {
      #expect(isClose(StudentT.probabilityWithin(t, df: 2), to: t / (2 + t * t).squareRoot(), within: 1e-14))
    }
    #expect(isClose(StudentT.probabilityWithin(1, df: 1), to: 0.5, within: 1e-15))
    #expect(isClose(StudentT.probabilityWithin(3.0.squareRoot(), df: 1), to: 2.0 / 3, within: 1e-15))
  }

  @Test func bothSignsHaveTheSameProbability() {
    #expect(StudentT.probabilityWithin(-1.5, df: 7) == StudentT.probabilityWithin(1.5, df: 7))
  }

  @Test(arguments: [0, -1, .min] as [Int64])
  func belowOneDegreeThereIsNothing(df: Int64) {
    #expect(StudentT.quantile975(df: df) == nil)
    #expect(StudentT.probabilityWithin(1, df: df) == nil)
  }
}
