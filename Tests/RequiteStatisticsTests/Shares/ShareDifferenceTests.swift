import RequiteStatistics
import Testing

@Suite struct ShareDifferenceTests {
  /// Newcombe (1998), table II, method 10.
  @Test(
    arguments: [
      (56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090), (6, 7, 2, 7, 0.0582, 0.8062),
      (5, 56, 0, 29, -0.0381, 0.1926), (0, 10, 0, 20, -0.1611, 0.2775), (0, 10, 0, 10, -0.2775, 0.2775),
      (10, 10, 0, 20, 0.6791, 1), (10, 10, 0, 10, 0.6075, 1),
    ] as [(Int64, Int64, Int64, Int64, Double, Double)])
  func itAgreesWithTheLiterature(a: Int64, n: Int64, b: Int64, m: Int64, low: Double, high: Double) throws {
    let gap = ShareDifference(Proportion(successes: a, of: n), Proportion(successes: b, of: m))
    let interval = try #require(gap.interval)
    #expect((interval.low - low).magnitude < 0.00006 && (interval.high - high).magnitude < 0.00006)
    #expect(gap.reason == nil)
  }

  @Test func exchangingTheSharesChangesTheSign() throws {
    for a in 0...6 as ClosedRange<Int64> {
      for b in 0...9 as ClosedRange<Int64> {
        let (one, other) = (Proportion(successes: a, of: 6), Proportion(successes: b, of: 9))
        let (gap, mirror) = (ShareDifference(one, other), ShareDifference(other, one))
        #expect(gap.difference == mirror.difference.map { -$0 })
        #expect(gap.interval?.low == mirror.interval.map { -$0.high })
        #expect(try #require(gap.interval).contains(try #require(gap.difference)))
      }
    }
  }

  @Test func aShareOfNoneHasNoDifference() {
    let (none, some) = (Proportion(successes: 0, of: 0), Proportion(successes: 1, of: 2))
    for gap in [ShareDifference(none, some), ShareDifference(some, none), ShareDifference(none, none)] {
      #expect(gap.difference == nil && gap.interval == nil && gap.reason == .noData)
    }
  }

  @Test func twoPeopleHaveAWideInterval() throws {
    let gap = ShareDifference(Proportion(successes: 1, of: 1), Proportion(successes: 0, of: 1))
    let interval = try #require(gap.interval)
    #expect(gap.difference == 1 && interval.high == 1 && interval.low < 0)
  }

  /// Over every pair of samples, how often the interval contains the truth.
  @Test(arguments: [(15, 0.3, 25, 0.6), (20, 0.1, 20, 0.1), (10, 0.5, 40, 0.9), (30, 0.02, 12, 0.5)])
  func coverageIsCloseToNominal(n: Int, share: Double, m: Int, other: Double) throws {
    var coverage = 0.0
    for (a, probability) in EverySample.of(n, share: share) {
      for (b, factor) in EverySample.of(m, share: other) {
        let interval = try #require(ShareDifference(a, b).interval)
        if interval.contains(share - other) { coverage += probability * factor }
      }
    }
    #expect(0.93...0.99 ~= coverage)
  }
}
