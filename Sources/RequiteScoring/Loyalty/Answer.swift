import RequiteModel
import RequiteStatistics

/// What one response adds to loyalty: its category and its totals.
///
/// For surveys the weight is the response's in millionths, x is +1, 0 or −1 by the cuts of the scale, s the score, and
/// a score is good in the sense of the instrument (`isGood`). For votes, which METHODS B1 makes a ratio of sums, the weight
/// is the number of votes and w·x the net.
///
/// Every total is below 10¹³, so that a million of them add up in 64 bits.
struct Answer {
  /// What it says of recommending; `nil` for votes.
  let category: Category?
  /// w: in millionths, or the number of votes.
  let weight: Int64
  /// w·x, or the net of the votes.
  let value: Int64
  /// w·s; 0 for votes.
  let score: Int64
  /// w where the score is good, else 0.
  let good: Int64

  /// The greatest magnitude of a scale's ends, the greatest weight and the greatest number of votes: beyond them squares of
  /// sums could leave 128 bits (METHODS B0.3).
  ///
  /// No survey comes near.
  private static var greatestScore: Int32 { 1_000 }
  private static var greatestWeight: Int64 { 1_000_000_000 }
  private static var greatestVotes: Int64 { Int64(Int32.max) }

  /// Evaluates a response, or `nil` when it is no answer to a scored question: no score or no time of an answer, an
  /// instrument that is not scored, a score outside its scale, votes that cannot add up.
  ///
  /// - Parameters:
  ///   - cuts: the cuts of scales that do not follow the method's table.
  ///   - countsPartial: whether a score given in a partial response counts.
  init?(_ response: Response, cuts: [ScoreScale: CategoryCuts] = [:], countsPartial: Bool = true) {
    guard let score = response.score, response.respondedAt != nil,
      response.status == .complete || (countsPartial && response.status == .partial)
    else { return nil }
    switch response.instrument {
    case .votes:
      guard response.votes <= Answer.greatestVotes,
        let votes = NetVotes(net: Int64(score), count: response.votes)
      else { return nil }
      (category, weight, value, self.score, good) = (nil, votes.count, votes.net, 0, 0)
    case .nps, .csat, .ces, .enps, .`self`:
      let (scale, weight) = (response.scale, response.weight)
      guard scale.lowest >= -Answer.greatestScore, scale.highest <= Answer.greatestScore, scale.contains(score),
        weight > 0, weight <= Answer.greatestWeight
      else { return nil }
      let category = Answer.cuts(of: scale, cuts).category(of: score)
      self.category = category
      self.weight = weight
      value = weight * Int64(category.value)
      self.score = weight * Int64(score)
      good = Answer.isGood(score: score, scale: scale, instrument: response.instrument) ? weight : 0
    case .other:
      return nil
    }
  }

  /// Its share of the cluster's totals.
  var totals: AnswerTotals {
    AnswerTotals(weight: Int128(weight), value: Int128(value), score: Int128(score), good: Int128(good))
  }

  private static func cuts(of scale: ScoreScale, _ cuts: [ScoreScale: CategoryCuts]) -> CategoryCuts {
    if !cuts.isEmpty, let own = cuts[scale] { return own }
    return CategoryCuts(of: scale)
  }

  /// CES: agreement, five and above on 1–7 and nothing on other scales.
  ///
  /// Everything else: the two highest scores.
  static func isGood(score: Int32, scale: ScoreScale, instrument: Instrument) -> Bool {
    if instrument == .ces { return scale.isOfEffort && score >= 5 }
    return score >= scale.highest - 1
  }
}

extension ScoreScale {
  /// 1–7, the only scale on which agreement with an effort question is defined.
  static let effort = ScoreScale(lowest: 1, highest: 7)!

  /// Whether this is `effort`.
  fileprivate var isOfEffort: Bool { lowest == 1 && highest == 7 }
}
