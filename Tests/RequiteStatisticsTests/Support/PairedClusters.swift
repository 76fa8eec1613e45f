import RequiteStatistics

/// Made-up clusters seen in one of two periods, or in both.
enum PairedClusters {
  /// The totals of a cluster in either period.
  typealias Cluster = (ya: Int128, wa: Int128, yb: Int128, wb: Int128)

  /// Clusters with weights up to fifty; a quarter each is missing before and after, rarely in both.
  static func random(count: Int, using generator: inout SplitMix64) -> [Cluster] {
    (0..<count).map { _ in
      let (wa, wb) = (weight(using: &generator), weight(using: &generator))
      return (
        Int128(Int64.random(in: -wa...wa, using: &generator)), Int128(wa),
        Int128(Int64.random(in: -wb...wb, using: &generator)), Int128(wb)
      )
    }
  }

  /// The moments of clusters.
  static func moments(_ clusters: [Cluster]) -> PairMoments {
    var moments = PairMoments()
    for cluster in clusters { moments.add(ya: cluster.ya, wa: cluster.wa, yb: cluster.yb, wb: cluster.wb) }
    return moments
  }

  private static func weight(using generator: inout SplitMix64) -> Int64 {
    Bool.random(using: &generator) || Bool.random(using: &generator)
      ? Int64.random(in: 1...50_000_000, using: &generator) : 0
  }
}
