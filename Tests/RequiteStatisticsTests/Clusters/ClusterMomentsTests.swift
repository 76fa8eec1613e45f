import RequiteStatistics
import Testing

@Suite struct ClusterMomentsTests {
  @Test func aClusterAddsItsTotalsAndProducts() {
    var moments = ClusterMoments()
    moments.add(y: -2, w: 3)
    moments.add(y: 5, w: 7)
    #expect(moments == ClusterMoments(n: 2, y: 3, w: 10, yy: 29, yw: 29, ww: 58))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func anyDivisionInAnyOrderGivesTheSameMoments(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let clusters = (0..<50).map { _ in
      let w = Int64.random(in: 0...9_999, using: &generator)
      return (y: Int128(Int64.random(in: -w...w, using: &generator)), w: Int128(w))
    }
    var whole = ClusterMoments()
    for cluster in clusters { whole.add(y: cluster.y, w: cluster.w) }
    var parts = Array(repeating: ClusterMoments(), count: 7)
    for cluster in clusters.shuffled(using: &generator) {
      parts[Int.random(in: 0..<7, using: &generator)].add(y: cluster.y, w: cluster.w)
    }
    #expect(parts.shuffled(using: &generator).reduce(ClusterMoments(), +) == whole)
  }

  @Test func aThousandMillionClustersOfTheGreatestWeightFit() {
    // The bound of METHODS B0.3: n Σw² = 10³⁶.
    let n: Int128 = 1_000_000_000
    let w: Int128 = 1_000_000_000
    let moments = ClusterMoments(n: n, y: n * w, w: n * w, yy: n * w * w, yw: n * w * w, ww: n * w * w)
    let estimate = try? RatioEstimate.estimate(strata: [StratumMoments(domain: moments)], bounds: .netShares)
    #expect(estimate?.ratio == 1 && estimate?.standardError == 0)
  }
}
