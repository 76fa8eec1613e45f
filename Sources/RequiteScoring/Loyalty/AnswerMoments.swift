import RequiteModel
import RequiteStatistics

/// The moments of clusters in one stratum of one cell: everything a ratio and its variance need.
///
/// Clusters enter whole; moments of different clusters add. METHODS B4 and B16.
struct AnswerMoments: Hashable, Sendable {
  /// Integers in a tally's value.
  static let width = 12

  /// The number of clusters.
  var clusters: Int128 = 0
  /// The sums of the clusters' totals.
  var sums = AnswerTotals()
  /// Σ weight · weight, and the weight by each of the others.
  var weightBy = AnswerTotals()
  /// Σ value².
  var valueSquares: Int128 = 0
  /// Σ score².
  var scoreSquares: Int128 = 0
  /// Σ good².
  var goodSquares: Int128 = 0

  /// Which total is divided by the weight.
  enum Numerator {
    /// The net of promoters and detractors, or of votes.
    case value
    /// The score.
    case score
    /// Good scores.
    case good
  }

  /// Adds one whole cluster.
  mutating func add(_ cluster: AnswerTotals) {
    clusters += 1
    sums += cluster
    weightBy += AnswerTotals(
      weight: cluster.weight * cluster.weight, value: cluster.weight * cluster.value,
      score: cluster.weight * cluster.score, good: cluster.weight * cluster.good)
    valueSquares += cluster.value * cluster.value
    scoreSquares += cluster.score * cluster.score
    goodSquares += cluster.good * cluster.good
  }

  /// The moments of one ratio.
  func moments(of numerator: Numerator) -> ClusterMoments {
    switch numerator {
    case .value: moments(y: sums.value, yy: valueSquares, yw: weightBy.value)
    case .score: moments(y: sums.score, yy: scoreSquares, yw: weightBy.score)
    case .good: moments(y: sums.good, yy: goodSquares, yw: weightBy.good)
    }
  }

  private func moments(y: Int128, yy: Int128, yw: Int128) -> ClusterMoments {
    ClusterMoments(n: clusters, y: y, w: sums.weight, yy: yy, yw: yw, ww: weightBy.weight)
  }

  /// The integers of a tally's value.
  var values: InlineArray<12, Int128> {
    [
      clusters, sums.weight, sums.value, sums.score, sums.good, weightBy.weight, weightBy.value, weightBy.score,
      weightBy.good, valueSquares, scoreSquares, goodSquares,
    ]
  }
}

extension AnswerMoments {
  /// The moments of one whole cluster.
  init(of cluster: AnswerTotals) {
    self.init()
    add(cluster)
  }

  /// The moments of a tally's value.
  init(values: [Int128]) {
    clusters = values[0]
    sums = AnswerTotals(values: Array(values[1..<5]))
    weightBy = AnswerTotals(values: Array(values[5..<9]))
    valueSquares = values[9]
    scoreSquares = values[10]
    goodSquares = values[11]
  }
}
