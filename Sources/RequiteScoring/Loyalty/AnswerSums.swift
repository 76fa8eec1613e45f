import RequiteModel
import RequiteStatistics

/// The sums of answers that no cell can tell apart: their counts, and their moments where each is a cluster of its own.
///
/// Sums of first powers are in 64 bits and wrap: whoever adds more than a million answers has to start anew
/// (`Answer`, `LoyaltyPass`). Sums of squares are in 128 bits.
struct AnswerSums: Sendable {
  /// Answers.
  private(set) var respondents: Int64 = 0
  /// Answers of each category, or votes up and down; by `Category.place`.
  private var counts: InlineArray<3, Int64> = [0, 0, 0]
  /// What they weigh.
  private var weights: InlineArray<3, Int64> = [0, 0, 0]
  private var score: Int64 = 0
  private var good: Int64 = 0
  private var weightByWeight: Int128 = 0
  private var weightByValue: Int128 = 0
  private var weightByScore: Int128 = 0
  private var weightByGood: Int128 = 0
  private var valueSquares: Int128 = 0
  private var scoreSquares: Int128 = 0

  /// Adds one answer.
  @inline(__always)
  mutating func add(_ answer: Answer) {
    respondents &+= 1
    if let category = answer.category {
      counts[category.place] &+= 1
      weights[category.place] &+= answer.weight
    } else {
      addVotes(of: answer)
    }
    score &+= answer.score
    good &+= answer.good
    weightByWeight &+= product(answer.weight, answer.weight)
    weightByValue &+= product(answer.weight, answer.value)
    weightByScore &+= product(answer.weight, answer.score)
    weightByGood &+= product(answer.weight, answer.good)
    valueSquares &+= product(answer.value, answer.value)
    scoreSquares &+= product(answer.score, answer.score)
  }

  private mutating func addVotes(of answer: Answer) {
    let up = (answer.weight &+ answer.value) / 2
    let down = answer.weight &- up
    counts[Category.promoter.place] &+= up
    weights[Category.promoter.place] &+= up
    counts[Category.detractor.place] &+= down
    weights[Category.detractor.place] &+= down
  }

  /// Cannot overflow: two factors of 64 bits.
  @inline(__always)
  private func product(_ left: Int64, _ right: Int64) -> Int128 { Int128(left) &* Int128(right) }

  /// Σ w·x: the promoters' weight less the detractors'.
  private var value: Int64 { weights[Category.promoter.place] - weights[Category.detractor.place] }

  /// How many respondents said what.
  var loyaltyCounts: LoyaltyCounts {
    var sums = LoyaltyCounts()
    sums.respondents = Int128(respondents)
    sums.promoters = Int128(counts[Category.promoter.place])
    sums.passives = Int128(counts[Category.passive.place])
    sums.detractors = Int128(counts[Category.detractor.place])
    sums.promoterWeight = Int128(weights[Category.promoter.place])
    sums.passiveWeight = Int128(weights[Category.passive.place])
    sums.detractorWeight = Int128(weights[Category.detractor.place])
    sums.squaredWeights = weightByWeight
    return sums
  }

  /// Their totals.
  var totals: AnswerTotals {
    AnswerTotals(
      weight: Int128(weights[0] + weights[1] + weights[2]), value: Int128(value), score: Int128(score),
      good: Int128(good))
  }

  /// The moments of the answers, each a cluster.
  ///
  /// A good answer's total is its weight and any other's is 0: so Σ good² is Σ weight · good.
  var moments: AnswerMoments {
    var moments = AnswerMoments()
    moments.clusters = Int128(respondents)
    moments.sums = totals
    moments.weightBy = AnswerTotals(
      weight: weightByWeight, value: weightByValue, score: weightByScore, good: weightByGood)
    (moments.valueSquares, moments.scoreSquares, moments.goodSquares) = (valueSquares, scoreSquares, weightByGood)
    return moments
  }
}

extension Category {
  /// Position among the sums of the three.
  @inline(__always)
  fileprivate var place: Int {
    switch self {
    case .promoter: 0
    case .passive: 1
    case .detractor: 2
    }
  }
}
