import RequiteStatistics
import Testing

@Suite struct CensusTests {
  @Test func itIsWhatItIs() {
    let estimate = RatioEstimate.census(strata: [stratum([(1, 2), (0, 3)], of: 2), stratum([(2, 2)], of: 1)])
    #expect(estimate.ratio == 3.0 / 7 && estimate.standardError == 0 && estimate.reason == nil)
    #expect(estimate.interval == Interval(low: 3.0 / 7, high: 3.0 / 7) && estimate.degreesOfFreedom == 1)
  }

  @Test func withoutWeightThereIsNothingToKnow() {
    let estimate = RatioEstimate.census(strata: [])
    #expect(estimate.ratio == nil && estimate.interval == nil && estimate.reason == .noData)
  }

  @Test func everyStratumMustBeHeardInFull() {
    #expect(RatioEstimate.isCensus([stratum([(1, 1)], of: 1), stratum([], of: 5)]))
    #expect(!RatioEstimate.isCensus([stratum([(1, 1)], of: 1), stratum([(1, 1)], of: 2)]))
    #expect(!RatioEstimate.isCensus([stratum([(1, 1)], of: nil)]) && !RatioEstimate.isCensus([]))
  }

  private func stratum(_ clusters: [(y: Int128, w: Int128)], of population: Int64?) -> StratumMoments {
    var moments = ClusterMoments()
    for cluster in clusters { moments.add(y: cluster.y, w: cluster.w) }
    return StratumMoments(domain: moments, population: population)
  }
}
