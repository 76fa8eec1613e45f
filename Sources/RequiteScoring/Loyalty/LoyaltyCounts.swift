import RequiteModel
import RequiteStatistics

/// How many respondents fall into each category, and what they weigh.
///
/// For votes the respondents are posts, promoters and detractors are votes up and down, and weights are votes too.
/// METHODS B2 and, for Kish's effect, B4.
struct LoyaltyCounts: Hashable, Sendable {
  /// Integers in a tally's value.
  static let width = 8

  /// Respondents.
  var respondents: Int128 = 0
  /// Those who would recommend.
  var promoters: Int128 = 0
  /// Those who would do neither.
  var passives: Int128 = 0
  /// Those who would not recommend.
  var detractors: Int128 = 0
  /// The promoters' weight.
  var promoterWeight: Int128 = 0
  /// The passives' weight.
  var passiveWeight: Int128 = 0
  /// The detractors' weight.
  var detractorWeight: Int128 = 0
  /// Σ w² over respondents.
  var squaredWeights: Int128 = 0

  /// Creates counts of nobody.
  init() {}

  /// Creates the counts of one respondent, or of one post.
  init(of answer: Answer) {
    var sums = AnswerSums()
    sums.add(answer)
    self = sums.loyaltyCounts
  }

  /// Σ w.
  var weight: Int128 { promoterWeight + passiveWeight + detractorWeight }

  /// Adds other respondents.
  static func += (left: inout LoyaltyCounts, right: LoyaltyCounts) {
    left.respondents += right.respondents
    left.promoters += right.promoters
    left.passives += right.passives
    left.detractors += right.detractors
    left.promoterWeight += right.promoterWeight
    left.passiveWeight += right.passiveWeight
    left.detractorWeight += right.detractorWeight
    left.squaredWeights += right.squaredWeights
  }

  /// The integers of a tally's value.
  var values: InlineArray<8, Int128> {
    [
      respondents, promoters, passives, detractors, promoterWeight, passiveWeight, detractorWeight, squaredWeights,
    ]
  }
}

extension LoyaltyCounts {
  /// The counts of a tally's value.
  init(values: [Int128]) {
    respondents = values[0]
    promoters = values[1]
    passives = values[2]
    detractors = values[3]
    promoterWeight = values[4]
    passiveWeight = values[5]
    detractorWeight = values[6]
    squaredWeights = values[7]
  }
}
