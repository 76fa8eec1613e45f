import RequiteStatistics

/// The totals of one cluster's answers to one wording.
struct PerceptionTotals: Hashable {
  /// Integers in a tally's value.
  static let width = 5

  /// Σ w in millionths.
  var weight: Int128 = 0
  /// Σ w over good answers.
  var good: Int128 = 0
  /// Respondents.
  var respondents: Int128 = 0
  /// Respondents with a good answer.
  var goodRespondents: Int128 = 0
  /// Σ w² over respondents, which tells whether weights differ.
  var squares: Int128 = 0

  /// Creates the totals of nobody.
  init() {}

  /// Creates the totals of one respondent.
  init(_ totals: AnswerTotals) {
    weight = totals.weight
    good = totals.good
    respondents = 1
    goodRespondents = totals.good > 0 ? 1 : 0
    squares = totals.weight * totals.weight
  }

  /// Adds other respondents.
  static func += (left: inout PerceptionTotals, right: PerceptionTotals) {
    left.weight += right.weight
    left.good += right.good
    left.respondents += right.respondents
    left.goodRespondents += right.goodRespondents
    left.squares += right.squares
  }

  /// The integers of a tally's value.
  var values: InlineArray<5, Int128> { [weight, good, respondents, goodRespondents, squares] }

  /// The totals of a tally's value.
  init(values: [Int128]) {
    weight = values[0]
    good = values[1]
    respondents = values[2]
    goodRespondents = values[3]
    squares = values[4]
  }
}

/// The moments of clusters that answered one wording.
struct PerceptionMoments: Hashable {
  /// Integers in a tally's value.
  static let width = PerceptionTotals.width + 4

  /// The sums of the clusters' totals.
  var totals = PerceptionTotals()
  /// The moments of good weight over weight, cluster by cluster.
  var clusters = ClusterMoments()

  /// Creates the moments of nobody.
  init() {}

  /// Adds one whole cluster.
  mutating func add(cluster: PerceptionTotals) {
    totals += cluster
    clusters.add(y: cluster.good, w: cluster.weight)
  }

  /// Adds the moments of other clusters.
  static func += (left: inout PerceptionMoments, right: PerceptionMoments) {
    left.totals += right.totals
    left.clusters += right.clusters
  }

  /// The integers of a tally's value.
  var values: InlineArray<9, Int128> {
    [
      totals.weight, totals.good, totals.respondents, totals.goodRespondents, totals.squares, clusters.n, clusters.yy,
      clusters.yw, clusters.ww,
    ]
  }

  /// The moments of a tally's value.
  init(values: [Int128]) {
    totals = PerceptionTotals(values: Array(values[..<PerceptionTotals.width]))
    let rest = Array(values[PerceptionTotals.width...])
    clusters = ClusterMoments(n: rest[0], y: totals.good, w: totals.weight, yy: rest[1], yw: rest[2], ww: rest[3])
  }
}
