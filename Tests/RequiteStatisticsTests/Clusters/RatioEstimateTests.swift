import RequiteStatistics
import Testing

@Suite struct RatioEstimateTests {
  @Test func withoutWeightThereIsNoRatio() throws {
    for strata in [[], [StratumMoments(domain: ClusterMoments(), clusters: 4)]] {
      let estimate = try RatioEstimate.estimate(strata: strata, bounds: .netShares)
      #expect(estimate.ratio == nil && estimate.standardError == nil && estimate.interval == nil)
      #expect(estimate.reason == .noData)
    }
  }

  @Test(arguments: [LonelyPolicy.adjust, .remove, .average])
  func aSingleClusterHasARatioAndNothingElse(policy: LonelyPolicy) throws {
    let strata = [stratum([(3, 4)])]
    let estimate = try RatioEstimate.estimate(strata: strata, lonely: policy, bounds: .netShares)
    #expect(estimate.ratio == 0.75 && estimate.standardError == nil && estimate.interval == nil)
    #expect(estimate.degreesOfFreedom == 0 && estimate.reason == .tooFewForVariance)
  }

  @Test func onlyLonelyStrataGiveAStandardErrorUnderAdjustButNoInterval() throws {
    let strata = [stratum([(4, 4)]), stratum([(0, 4)])]
    let adjusted = try RatioEstimate.estimate(strata: strata, lonely: .adjust, bounds: .netShares)
    // z = ±2 around the ratio 1/2, so √8 over a weight of 8.
    #expect(isClose(adjusted.standardError, to: 8.0.squareRoot() / 8, within: 1e-15))
    #expect(adjusted.interval == nil && adjusted.reason == .tooFewForVariance)
    let average = try RatioEstimate.estimate(strata: strata, lonely: .average, bounds: .netShares)
    #expect(average.standardError == nil && average.reason == .tooFewForVariance)
  }

  @Test func agreementTakesTheIntervalOfTheSharesGiven() throws {
    let strata = [stratum([(2, 2), (3, 3), (5, 5)])]
    let bare = try RatioEstimate.estimate(strata: strata, bounds: .netShares)
    #expect(bare.ratio == 1 && bare.standardError == 0 && bare.interval == nil && bare.reason == .zeroVariance)
    let alike = WeightedShares(promoters: 10, passives: 0, detractors: 0, squares: 10)
    let estimate = try RatioEstimate.estimate(strata: strata, bounds: .netShares, alike: alike)
    let simple = NetPromoter(promoters: 10, passives: 0, detractors: 0).adjustedWaldInterval
    #expect(estimate.interval == simple && estimate.standardError == 0 && estimate.reason == .zeroVariance)
  }

  @Test func agreementInMixedClustersLeavesNoRoundingBehind() throws {
    // Every cluster has the ratio 1/3, which no binary number is.
    let strata = [stratum([(1, 3), (2, 6), (7, 21)]), stratum([(5, 15)])]
    let estimate = try RatioEstimate.estimate(strata: strata, bounds: .shares)
    #expect(estimate.standardError == 0 && estimate.reason == .zeroVariance)
  }

  @Test func emptyStrataAreLeftOut() throws {
    let full = [stratum([(1, 2), (0, 3), (2, 2)])]
    let empty = StratumMoments(domain: ClusterMoments(), clusters: 0)
    let one = try RatioEstimate.estimate(strata: full, bounds: .shares)
    #expect(try RatioEstimate.estimate(strata: [empty] + full + [empty], bounds: .shares) == one)
  }

  @Test func aSimpleSampleDiffersFromNetPromoterByItsDivisor() throws {
    let counts = NetPromoter(promoters: 24, passives: 28, detractors: 23)
    var moments = ClusterMoments()
    for (value, count) in [(1, 24), (0, 28), (-1, 23)] as [(Int128, Int)] {
      for _ in 0..<count { moments.add(y: value * 1_000_000, w: 1_000_000) }
    }
    let estimate = try RatioEstimate.estimate(strata: [StratumMoments(domain: moments)], bounds: .netShares)
    #expect(estimate.ratio == counts.estimate && estimate.degreesOfFreedom == 74)
    let expected = try #require(counts.standardError) * (75.0 / 74).squareRoot()
    #expect(isClose(estimate.standardError, to: expected, within: 1e-14))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>, [LonelyPolicy.adjust, .remove, .average])
  func twiceTheWeightChangesNothing(seed: UInt64, policy: LonelyPolicy) throws {
    let strata = randomStrata(seed: seed)
    let doubled = strata.map { $0.map { (y: $0.y * 2, w: $0.w * 2) } }
    let one = try RatioEstimate.estimate(strata: strata.map(stratum), lonely: policy, bounds: .netShares)
    let other = try RatioEstimate.estimate(strata: doubled.map(stratum), lonely: policy, bounds: .netShares)
    #expect(one == other)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func theVarianceIsThatOfTheResiduals(seed: UInt64) throws {
    let strata = randomStrata(seed: seed).filter { $0.count > 1 }
    let estimate = try RatioEstimate.estimate(strata: strata.map(stratum), bounds: Interval(low: -10, high: 10))
    let ratio = try #require(estimate.ratio)
    let weight = Double(strata.joined().reduce(0) { $0 + $1.w })
    let variance = strata.reduce(0.0) { sum, clusters in
      let z = clusters.map { Double($0.y) - ratio * Double($0.w) }
      let mean = z.reduce(0, +) / Double(z.count)
      let squares = z.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return sum + Double(z.count) / Double(z.count - 1) * squares
    }
    #expect(isClose(estimate.standardError, to: variance.squareRoot() / weight, within: 1e-12))
  }

  @Test func aPopulationBelowItsSampleIsRefused() {
    let strata = [stratum([(1, 1), (0, 1)], population: 5), stratum([(1, 1), (0, 1), (1, 1)], population: 2)]
    #expect(throws: RatioFailure.populationTooSmall(stratum: 1, clusters: 3, population: 2)) {
      try RatioEstimate.estimate(strata: strata, bounds: .shares)
    }
  }

  @Test func aLonelyStratumIsRefusedUnderFail() throws {
    let strata = [stratum([(1, 1), (0, 1)]), stratum([(1, 1)])]
    #expect(throws: RatioFailure.lonelyStratum(stratum: 1)) {
      try RatioEstimate.estimate(strata: strata, lonely: .fail, bounds: .shares)
    }
    let whole = try RatioEstimate.estimate(strata: [strata[0]], lonely: .fail, bounds: .shares)
    #expect(whole.standardError == 0.5)
  }

  @Test func failuresSayWhatToDo() {
    #expect(
      RatioFailure.populationTooSmall(stratum: 1, clusters: 3, population: 2).description
        == "stratum 1 has 3 clusters in the sample but a population of 2; correct the population count or leave it out")
    #expect(
      RatioFailure.lonelyStratum(stratum: 0).description
        == "stratum 0 has a single cluster and so no variance; join it to another stratum, "
        + "or choose the policy adjust, average or remove")
  }

  private func stratum(_ clusters: [(y: Int128, w: Int128)]) -> StratumMoments { stratum(clusters, population: nil) }

  private func stratum(_ clusters: [(y: Int128, w: Int128)], population: Int64?) -> StratumMoments {
    var moments = ClusterMoments()
    for cluster in clusters { moments.add(y: cluster.y, w: cluster.w) }
    return StratumMoments(domain: moments, population: population)
  }

  /// Four strata of one to nine clusters; a cluster's y lies within ±w.
  private func randomStrata(seed: UInt64) -> [[(y: Int128, w: Int128)]] {
    var generator = SplitMix64(seed: seed)
    return [1, 2, 5, 9].map { count in
      (0..<count).map { _ in
        let w = Int64.random(in: 1...50_000_000, using: &generator)
        return (y: Int128(Int64.random(in: -w...w, using: &generator)), w: Int128(w))
      }
    }
  }
}
