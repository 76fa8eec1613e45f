import RequiteModel
import RequiteStatistics

/// What one response adds to loyalty: its counts and, as a cluster of its own or a part of one, its totals.
///
/// For surveys the weight is the response's in millionths, x is +1, 0 or −1 by the cuts of the scale, s the score, and
/// t whether the score is good in the sense of the instrument (`isGood`). For votes, which METHODS B1 makes a ratio of
/// sums, the weight is the number of votes and x · weight the net.
struct Answer {
  /// What it says of recommending; `nil` for votes.
  let category: Category?
  /// What the response counts for without clusters.
  let counts: LoyaltyCounts
  /// Its share of the cluster's totals.
  let totals: AnswerTotals

  /// The greatest magnitude of a scale's ends, and the greatest number of votes: beyond it squares of sums could leave
  /// 128 bits (METHODS B0.3).
  ///
  /// No survey comes near.
  private static let greatestScore: Int32 = 1_000
  private static let greatestVotes = Int64(Int32.max)

  /// Evaluates a response, or `nil` when it is no answer to a scored question: no score or no time of an answer, an
  /// instrument that is not scored, a score outside its scale, votes that cannot add up.
  ///
  /// - Parameter cuts: the cuts of scales that do not follow the method's table.
  init?(_ response: Response, cuts: [ScoreScale: CategoryCuts] = [:]) {
    guard let score = response.score, response.respondedAt != nil,
      response.status == .complete || response.status == .partial
    else { return nil }
    switch response.instrument {
    case .votes:
      guard response.votes <= Answer.greatestVotes,
        let votes = NetVotes(net: Int64(score), count: response.votes)
      else { return nil }
      self.init(votes)
    case .nps, .csat, .ces, .enps, .`self`:
      let scale = response.scale
      guard scale.lowest >= -Answer.greatestScore, scale.highest <= Answer.greatestScore, scale.contains(score),
        response.weight > 0
      else { return nil }
      self.init(
        score: score, scale: scale, category: (cuts[scale] ?? CategoryCuts(of: scale)).category(of: score),
        instrument: response.instrument, weight: Int128(response.weight))
    case .other:
      return nil
    }
  }

  private init(score: Int32, scale: ScoreScale, category: Category, instrument: Instrument, weight: Int128) {
    let isGood = Answer.isGood(score: score, scale: scale, instrument: instrument)
    self.category = category
    counts = LoyaltyCounts(category: category, weight: weight)
    totals = AnswerTotals(
      weight: weight, value: weight * Int128(category.value), score: weight * Int128(score), good: isGood ? weight : 0)
  }

  private init(_ votes: NetVotes) {
    category = nil
    counts = LoyaltyCounts(votes: votes)
    totals = AnswerTotals(weight: Int128(votes.count), value: Int128(votes.net), score: 0, good: 0)
  }

  /// CES: agreement, five and above on 1–7 and nothing on other scales.
  ///
  /// Everything else: the two highest scores.
  static func isGood(score: Int32, scale: ScoreScale, instrument: Instrument) -> Bool {
    if instrument == .ces { return scale == .effort && score >= 5 }
    return score >= scale.highest - 1
  }
}

extension ScoreScale {
  /// 1–7, the only scale on which agreement with an effort question is defined.
  static let effort = ScoreScale(lowest: 1, highest: 7)!
}
