import RequiteStatistics
import Testing

/// `RatioDifference` of two estimates that know nothing of each other.
@Suite struct IndependentDifferenceTests {
  @Test func squaredErrorsAndDegreesAddUp() throws {
    let (a, b) = (try estimate([(3, 4), (1, 4), (0, 2)]), try estimate([(4, 4), (2, 4), (1, 2), (0, 1)]))
    let change = RatioDifference.independent(a, b)
    let (first, last) = (try #require(a.standardError), try #require(b.standardError))
    #expect(isClose(change.standardError, to: (first * first + last * last).squareRoot(), within: 1e-15))
    #expect(change.from == a.ratio && change.to == b.ratio)
    #expect(change.degreesOfFreedom == 5 && change.isAssumedIndependent && change.reason == nil)
    let (difference, error) = (try #require(change.difference), try #require(change.standardError))
    #expect(change.pValue == StudentT.probabilityOutside(difference / error, df: 5))
  }

  @Test func exchangingTheEstimatesChangesTheSign() throws {
    let (a, b) = (try estimate([(3, 4), (1, 4), (0, 2)]), try estimate([(4, 4), (2, 4), (1, 2)]))
    let (change, mirror) = (RatioDifference.independent(a, b), RatioDifference.independent(b, a))
    #expect(change.difference == mirror.difference.map { -$0 } && change.pValue == mirror.pValue)
  }

  @Test func anEstimateThatIsMissingLeavesNoDifference() throws {
    let change = RatioDifference.independent(try estimate([]), try estimate([(1, 2), (0, 1)]))
    #expect(change.difference == nil && change.to == 1.0 / 3 && change.reason == .noData)
  }

  @Test func anEstimateOfOneClusterLeavesNoTest() throws {
    let change = RatioDifference.independent(try estimate([(1, 2)]), try estimate([(1, 2), (0, 1), (1, 1)]))
    #expect(change.difference == 0 && change.standardError == nil && change.reason == .tooFewForVariance)
  }

  @Test func anEstimateWithoutDegreesOfFreedomLeavesNoTestEither() throws {
    // Two lonely strata have a standard error under `adjust`, but nothing to trust it by.
    let lonely = try RatioEstimate.estimate(strata: [stratum([(4, 4)]), stratum([(0, 4)])], bounds: .netShares)
    #expect(lonely.standardError != nil)
    let change = RatioDifference.independent(lonely, try estimate([(1, 2), (0, 1), (1, 1)]))
    #expect(change.difference == 0 && change.standardError == nil && change.reason == .tooFewForVariance)
  }

  @Test func twoUnanimousEstimatesSayNothingOfChance() throws {
    let change = RatioDifference.independent(try estimate([(1, 1), (2, 2)]), try estimate([(-1, 1), (-2, 2)]))
    #expect(change.difference == -2 && change.standardError == 0 && change.reason == .zeroVariance)
  }

  private func estimate(_ clusters: [(y: Int128, w: Int128)]) throws -> RatioEstimate {
    try RatioEstimate.estimate(strata: [stratum(clusters)], bounds: .netShares)
  }

  private func stratum(_ clusters: [(y: Int128, w: Int128)]) -> StratumMoments {
    var moments = ClusterMoments()
    for cluster in clusters { moments.add(y: cluster.y, w: cluster.w) }
    return StratumMoments(domain: moments)
  }
}
