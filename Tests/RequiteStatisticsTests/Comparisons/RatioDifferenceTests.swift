import RequiteStatistics
import Testing

@Suite struct RatioDifferenceTests {
  private typealias Cluster = PairedClusters.Cluster

  // MARK: Identities

  @Test(arguments: 1...20 as ClosedRange<UInt64>, [LonelyPolicy.adjust, .remove, .average])
  func exchangingThePeriodsChangesTheSignAndNothingElse(seed: UInt64, policy: LonelyPolicy) throws {
    let strata = randomStrata(seed: seed)
    let swapped = strata.map { $0.map { (ya: $0.yb, wa: $0.wb, yb: $0.ya, wb: $0.wa) } }
    let change = try RatioDifference.estimate(strata: strata.map(stratum), lonely: policy)
    let mirror = try RatioDifference.estimate(strata: swapped.map(stratum), lonely: policy)
    #expect(change.from == mirror.to && change.to == mirror.from)
    #expect(change.difference == mirror.difference.map { -$0 } && change.standardError == mirror.standardError)
    #expect(change.statistic == mirror.statistic.map { -$0 } && change.pValue == mirror.pValue)
    #expect(change.interval?.low == mirror.interval.map { -$0.high })
    #expect(change.interval?.high == mirror.interval.map { -$0.low })
    #expect(change.reason == nil)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>, [LonelyPolicy.adjust, .remove, .average])
  func twiceTheWeightChangesNothing(seed: UInt64, policy: LonelyPolicy) throws {
    let strata = randomStrata(seed: seed)
    let doubled = strata.map { $0.map { (ya: $0.ya * 2, wa: $0.wa * 2, yb: $0.yb * 2, wb: $0.wb * 2) } }
    let one = try RatioDifference.estimate(strata: strata.map(stratum), lonely: policy)
    #expect(try RatioDifference.estimate(strata: doubled.map(stratum), lonely: policy) == one)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func theVarianceIsThatOfTheResiduals(seed: UInt64) throws {
    let strata = randomStrata(seed: seed).filter { $0.count > 1 }
    let change = try RatioDifference.estimate(strata: strata.map(stratum))
    let all = PairedClusters.moments(Array(strata.joined()))
    let (wa, wb) = (Double(all.wa), Double(all.wb))
    let (from, to) = (Double(all.ya) / wa, Double(all.yb) / wb)
    let variance = strata.reduce(0.0) { sum, clusters in
      let u = clusters.map {
        (Double($0.yb) - to * Double($0.wb)) / wb - (Double($0.ya) - from * Double($0.wa)) / wa
      }
      let mean = u.reduce(0, +) / Double(u.count)
      return sum + Double(u.count) / Double(u.count - 1) * u.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    #expect(isClose(change.standardError, to: variance.squareRoot(), within: 1e-12))
    #expect(isClose(change.difference, to: to - from, within: 1e-15))
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>, [LonelyPolicy.adjust, .remove, .average])
  func againstAFixedRatioItIsTheStandardErrorOfTheOther(seed: UInt64, policy: LonelyPolicy) throws {
    // All clusters have the ratio 0 before, so that only the later period varies.
    let strata = randomStrata(seed: seed).map { $0.map { (ya: 0, wa: $0.wa, yb: $0.yb, wb: $0.wb) as Cluster } }
    let change = try RatioDifference.estimate(strata: strata.map(stratum), lonely: policy)
    let later = strata.map { clusters in
      var moments = ClusterMoments()
      for cluster in clusters { moments.add(y: cluster.yb, w: cluster.wb) }
      return StratumMoments(domain: moments)
    }
    let estimate = try RatioEstimate.estimate(strata: later, lonely: policy, bounds: .netShares)
    #expect(change.from == 0 && change.difference == estimate.ratio)
    #expect(isClose(change.standardError, to: estimate.standardError, within: 1e-14))
    #expect(change.degreesOfFreedom == estimate.degreesOfFreedom)
  }

  @Test func whoStaysTheSameLeavesNoDoubt() throws {
    // Ratios that are no binary numbers, and twice the weight in the later period.
    let strata = [
      stratum([(1, 3, 2, 6), (5, 7, 10, 14), (-2, 11, -4, 22)]), stratum([(3, 9, 6, 18), (0, 1, 0, 2)]),
    ]
    let change = try RatioDifference.estimate(strata: strata)
    #expect(change.difference == 0 && change.standardError == 0 && change.reason == .zeroVariance)
    #expect(change.statistic == nil && change.pValue == nil && change.interval == nil)
  }

  @Test func whoIsInBothMakesTheChangeSurer() throws {
    let clusters: [Cluster] = [(4, 4, 3, 4), (-3, 4, -4, 4), (2, 4, 2, 4), (-2, 4, -1, 4), (0, 4, 1, 4)]
    let together = try RatioDifference.estimate(strata: [stratum(clusters)])
    let apart = try RatioDifference.estimate(
      strata: [stratum(clusters.map { ($0.ya, $0.wa, 0, 0) } + clusters.map { (0, 0, $0.yb, $0.wb) })])
    #expect(together.difference == apart.difference)
    #expect(try #require(together.standardError) < 0.3 * #require(apart.standardError))
  }

  // MARK: Small and odd samples

  @Test func withoutWeightOnASideThereIsNoDifference() throws {
    let none = try RatioDifference.estimate(strata: [])
    #expect(none.from == nil && none.to == nil && none.difference == nil && none.reason == .noData)
    let before = try RatioDifference.estimate(strata: [stratum([(1, 2, 0, 0), (1, 1, 0, 0)])])
    #expect(before.from == 2.0 / 3 && before.to == nil && before.difference == nil && before.reason == .noData)
    let after = try RatioDifference.estimate(strata: [stratum([(0, 0, 1, 2), (0, 0, 1, 1)])])
    #expect(after.from == nil && after.to == 2.0 / 3 && after.standardError == nil && after.reason == .noData)
  }

  @Test(arguments: [LonelyPolicy.adjust, .remove, .average])
  func aSingleClusterHasADifferenceAndNothingElse(policy: LonelyPolicy) throws {
    let change = try RatioDifference.estimate(strata: [stratum([(1, 4, 3, 4)])], lonely: policy)
    #expect(change.difference == 0.5 && change.standardError == nil && change.interval == nil)
    #expect(change.degreesOfFreedom == 0 && change.reason == .tooFewForVariance)
  }

  @Test func twoClustersHaveOneDegreeOfFreedom() throws {
    // u = ±1/4, so that the variance is 2 · (1/16 + 1/16).
    let change = try RatioDifference.estimate(strata: [stratum([(0, 1, 1, 1), (1, 1, 1, 1)])])
    #expect(change.difference == 0.5 && change.standardError == 0.5 && change.degreesOfFreedom == 1)
    #expect(change.statistic == 1 && isClose(change.pValue, to: 0.5, within: 1e-15))
    #expect(change.interval == .netShareDifferences)
  }

  @Test func allPromotersInBothPeriodsSayNothingOfChance() throws {
    let change = try RatioDifference.estimate(strata: [stratum([(2, 2, 1, 1), (3, 3, 0, 0), (0, 0, 5, 5)])])
    #expect(change.difference == 0 && change.standardError == 0 && change.reason == .zeroVariance)
    #expect(change.pValue == nil && change.interval == nil)
  }

  @Test func aLonelyStratumAddsWhatItsPolicySays() throws {
    let strata = [stratum([(0, 2, 2, 2), (2, 2, 2, 2), (1, 2, 0, 2)]), stratum([(1, 2, -2, 2)])]
    let errors = try [LonelyPolicy.remove, .average, .adjust].map {
      try #require(RatioDifference.estimate(strata: strata, lonely: $0).standardError)
    }
    #expect(isClose(errors[1] * errors[1], to: 2 * errors[0] * errors[0], within: 1e-14))
    // R is 1/2 before and 1/4 after; u of the lonely cluster is (−2 − 1/2)/8 − (1 − 1)/8.
    #expect(isClose(errors[2] * errors[2] - errors[0] * errors[0], to: 2.5 * 2.5 / 64, within: 1e-14))
    #expect(throws: RatioFailure.lonelyStratum(stratum: 1)) {
      try RatioDifference.estimate(strata: strata, lonely: .fail)
    }
  }

  @Test func aLonelyStratumDrawnWholeAddsNothing() throws {
    let (full, lonely) = (stratum([(0, 2, 2, 2), (2, 2, 2, 2), (1, 2, 0, 2)]), [(1, 2, -2, 2)] as [Cluster])
    let removed = try RatioDifference.estimate(strata: [full, stratum(lonely)], lonely: .remove)
    let census = try RatioDifference.estimate(strata: [full, stratum(lonely, population: 1)], lonely: .adjust)
    #expect(census == removed)
  }

  @Test func onlyLonelyStrataGiveAStandardErrorUnderAdjustButNoTest() throws {
    let strata = [stratum([(0, 2, 2, 2)]), stratum([(2, 2, 2, 2)])]
    let adjusted = try RatioDifference.estimate(strata: strata, lonely: .adjust)
    #expect(adjusted.standardError != nil && adjusted.statistic == nil && adjusted.reason == .tooFewForVariance)
    let average = try RatioDifference.estimate(strata: strata, lonely: .average)
    #expect(average.standardError == nil && average.reason == .tooFewForVariance)
  }

  @Test func emptyStrataAreLeftOut() throws {
    let full = [stratum([(1, 2, 2, 2), (0, 3, 1, 3), (2, 2, 0, 0)])]
    let empty = PairStratum(moments: PairMoments())
    let change = try RatioDifference.estimate(strata: full)
    #expect(try RatioDifference.estimate(strata: [empty] + full + [empty]) == change)
  }

  @Test func thePopulationNarrowsTheInterval() throws {
    let clusters: [Cluster] = [(0, 1, 1, 1), (1, 1, 1, 1), (-1, 1, 0, 1), (0, 0, 1, 1)]
    let open = try RatioDifference.estimate(strata: [stratum(clusters)])
    let half = try RatioDifference.estimate(strata: [stratum(clusters, population: 8)])
    let expected = try #require(open.standardError) * 0.5.squareRoot()
    #expect(isClose(half.standardError, to: expected, within: 1e-15))
    let all = try RatioDifference.estimate(strata: [stratum(clusters, population: 4)])
    #expect(all.standardError == 0 && all.reason == .zeroVariance)
    #expect(throws: RatioFailure.populationTooSmall(stratum: 0, clusters: 4, population: 3)) {
      try RatioDifference.estimate(strata: [stratum(clusters, population: 3)])
    }
  }

  @Test func theIntervalStaysWithinItsBounds() throws {
    let strata = [stratum([(0, 1, 1, 1), (1, 1, 1, 1)])]
    let change = try RatioDifference.estimate(strata: strata, bounds: .shareDifferences)
    #expect(change.interval == .shareDifferences)
  }

  private func stratum(_ clusters: [Cluster]) -> PairStratum { stratum(clusters, population: nil) }

  private func stratum(_ clusters: [Cluster], population: Int64?) -> PairStratum {
    PairStratum(moments: PairedClusters.moments(clusters), population: population)
  }

  /// Four strata of one to nine clusters.
  private func randomStrata(seed: UInt64) -> [[Cluster]] {
    var generator = SplitMix64(seed: seed)
    return [1, 2, 5, 9].map { PairedClusters.random(count: $0, using: &generator) }
  }
}
