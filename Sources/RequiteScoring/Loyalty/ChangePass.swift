import RequiteModel
import RequiteStatistics

/// What customers said in two neighbouring trend periods, as it grows while one bucket is scored.
///
/// A customer who answered in both is one cluster with two totals, which keeps the covariance of the two scores: taking
/// the periods for independent overstates the noise of a change. Customers of accounts are joined when the state is
/// finished. METHODS B5.
struct ChangePass {
  private var pairs: [ChangeKey: PairMoments] = [:]
  private var totals: [ChangeKey: PairTotals] = [:]
  private let lastPeriod: UInt16
  private let isPooled: Bool

  /// - Parameter periods: how many trend periods the plan has.
  init(periods: Int, isPooled: Bool) {
    lastPeriod = UInt16(periods)
    self.isPooled = isPooled
  }

  /// Adds one customer's answers that stand.
  mutating func add(_ standing: [LatestResponses.Standing]) {
    guard lastPeriod > 1 else { return }
    totals.removeAll(keepingCapacity: true)
    for answer in standing where answer.period > 0 && answer.isOfLoneCustomer {
      let key = ChangeKey(
        vendor: answer.response.vendor, stratum: answer.response.stratum, scale: answer.scale(pooling: isPooled),
        period: answer.period)
      if answer.period > 1 { totals[key, default: PairTotals()].later = answer.answer.totals }
      if answer.period < lastPeriod { totals[key.next, default: PairTotals()].earlier = answer.answer.totals }
    }
    for (key, totals) in totals { pairs[key, default: PairMoments()].add(totals) }
  }

  /// Moves the moments to the state.
  func finish(into tables: inout StateTables) {
    tables.update(.changes) { tally in
      for (key, moments) in pairs { tally.add(moments.rawValues, to: key.words) }
    }
  }
}

/// Whose change from one trend period to the next.
struct ChangeKey: Hashable {
  /// Code of the vendor.
  let vendor: UInt32
  /// Code of the stratum.
  let stratum: UInt32
  /// The scale of the scores.
  let scale: ScoreScale
  /// Code of the later period.
  let period: UInt16

  /// The same for the change that follows.
  var next: ChangeKey { ChangeKey(vendor: vendor, stratum: stratum, scale: scale, period: period + 1) }

  /// The four words of a tally's key.
  var words: [UInt64] {
    [UInt64(vendor), QuestionWord.word(of: .nps, stratum: stratum), scale.word, UInt64(period)]
  }
}

extension ChangeKey {
  /// The key of a tally's words; `nil` for the words of a newer format.
  init?(words: [UInt64]) {
    guard let scale = ScoreScale(word: words[2]) else { return nil }
    self.init(
      vendor: UInt32(words[0]), stratum: QuestionWord.stratum(of: words[1]), scale: scale, period: UInt16(words[3]))
  }
}

/// A cluster's totals in two periods.
struct PairTotals {
  /// In the earlier one.
  var earlier = AnswerTotals()
  /// In the later one.
  var later = AnswerTotals()
}

extension PairMoments {
  /// Adds one whole cluster.
  mutating func add(_ totals: PairTotals) {
    add(ya: totals.earlier.value, wa: totals.earlier.weight, yb: totals.later.value, wb: totals.later.weight)
  }
}

extension LatestResponses.Standing {
  /// Whether it answers the recommendation question for a customer who is a cluster alone.
  fileprivate var isOfLoneCustomer: Bool { response.instrument == .nps && response.account == .none }
}
