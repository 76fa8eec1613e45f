import RequiteStatistics
import Testing

@Suite struct PairMomentsTests {
  @Test func aClusterAddsItsTotalsAndProducts() {
    var moments = PairMoments()
    moments.add(ya: 2, wa: 3, yb: -5, wb: 7)
    #expect(moments.rawValues == [1, 2, 3, -5, 7, 4, 6, -10, 14, 9, -15, 21, 25, -35, 49])
    #expect([moments.n, moments.ya, moments.wa, moments.yb, moments.wb] == [1, 2, 3, -5, 7])
    #expect([moments.yaya, moments.yawa, moments.yayb, moments.yawb] == [4, 6, -10, 14])
    #expect([moments.wawa, moments.wayb, moments.wawb] == [9, -15, 21])
    #expect([moments.ybyb, moments.ybwb, moments.wbwb] == [25, -35, 49])
  }

  @Test func aClusterOfZerosIsCounted() {
    var moments = PairMoments()
    moments.add(ya: 0, wa: 0, yb: 0, wb: 0)
    #expect(moments.rawValues == [1] + Array(repeating: 0, count: 14))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func anyDivisionInAnyOrderGivesTheSameMoments(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let clusters = PairedClusters.random(count: 50, using: &generator)
    let whole = PairedClusters.moments(clusters)
    var parts = Array(repeating: PairMoments(), count: 7)
    for cluster in clusters.shuffled(using: &generator) {
      parts[Int.random(in: 0..<7, using: &generator)]
        .add(ya: cluster.ya, wa: cluster.wa, yb: cluster.yb, wb: cluster.wb)
    }
    var merged = PairMoments()
    for part in parts.shuffled(using: &generator) { merged += part }
    #expect(merged == whole)
  }

  @Test func rawValuesRestoreTheMoments() {
    var generator = SplitMix64(seed: 1)
    let moments = PairedClusters.moments(PairedClusters.random(count: 9, using: &generator))
    #expect(moments.rawValues.count == PairMoments.rawCount)
    #expect(PairMoments(rawValues: moments.rawValues) == moments)
  }

  @Test func eachPeriodHasTheMomentsOfItsClusters() {
    var generator = SplitMix64(seed: 2)
    let clusters = PairedClusters.random(count: 30, using: &generator)
    let pair = PairedClusters.moments(clusters)
    var (a, b) = (ClusterMoments(), ClusterMoments())
    for cluster in clusters {
      a.add(y: cluster.ya, w: cluster.wa)
      b.add(y: cluster.yb, w: cluster.wb)
    }
    #expect(
      a == ClusterMoments(n: pair.n, y: pair.ya, w: pair.wa, yy: pair.yaya, yw: pair.yawa, ww: pair.wawa))
    #expect(
      b == ClusterMoments(n: pair.n, y: pair.yb, w: pair.wb, yy: pair.ybyb, yw: pair.ybwb, ww: pair.wbwb))
  }
}
