import RequiteModel

/// The totals of one cluster: an account with all its respondents, or a customer alone.
///
/// METHODS B4.
struct AnswerTotals: Hashable, Sendable {
  /// Integers in a tally's value.
  static let width = 4

  /// Σ w, in millionths; for votes their number.
  var weight: Int128 = 0
  /// Σ w·x with x = +1, 0 or −1; for votes the net.
  var value: Int128 = 0
  /// Σ w·s with s the score.
  var score: Int128 = 0
  /// Σ w over good scores.
  var good: Int128 = 0

  /// Adds the totals of another part of the same cluster.
  static func += (left: inout AnswerTotals, right: AnswerTotals) {
    left.weight += right.weight
    left.value += right.value
    left.score += right.score
    left.good += right.good
  }

  /// The integers of a tally's value.
  var values: InlineArray<4, Int128> { [weight, value, score, good] }
}

extension AnswerTotals {
  /// The totals of a tally's value.
  init(values: [Int128]) {
    weight = values[0]
    value = values[1]
    score = values[2]
    good = values[3]
  }
}
