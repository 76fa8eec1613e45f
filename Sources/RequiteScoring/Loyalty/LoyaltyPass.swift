import RequiteModel

/// Loyalty as it grows while the customers of one bucket are scored.
///
/// Sums are kept under small keys here and reach the state's tallies once, at the end of the bucket.
struct LoyaltyPass {
  private var counts: [LoyaltyKey: LoyaltyCounts] = [:]
  private var moments: [LoyaltyKey: AnswerMoments] = [:]
  private var accounts: [AccountKey: AnswerTotals] = [:]
  private var scales: [UsedScale: Int128] = [:]
  private let cells: CellPlan
  private let isPooled: Bool

  /// - Parameter isPooled: whether answers on all scales count together.
  init(cells: CellPlan, isPooled: Bool) {
    self.cells = cells
    self.isPooled = isPooled
  }

  /// Adds a response that stands to the cells of its window or of its trend period.
  mutating func add(_ standing: LatestResponses.Standing) {
    let response = standing.response
    guard response.instrument != .`self` else { return }
    if standing.period == 0 {
      let scale = UsedScale(vendor: response.vendor, instrument: response.instrument, scale: response.scale)
      scales[scale, default: 0] += 1
    }
    cells.forEachCell(
      vendor: response.vendor, channel: response.channel, levels: response.levels, period: standing.period
    ) { add(standing, to: $0) }
  }

  /// A post is a cluster of its own (METHODS B1); a respondent belongs to the account, where there is one.
  private mutating func add(_ standing: LatestResponses.Standing, to cell: Cell) {
    let response = standing.response
    var key = LoyaltyKey(
      cell: cell, instrument: response.instrument, stratum: 0, scale: standing.scale(pooling: isPooled))
    counts[key, default: LoyaltyCounts()] += standing.answer.counts
    key.stratum = response.stratum
    if response.account == .none || response.instrument == .votes {
      moments[key, default: AnswerMoments()].add(standing.answer.totals)
    } else {
      accounts[AccountKey(key: key, account: response.account), default: AnswerTotals()] += standing.answer.totals
    }
  }

  /// Moves the sums to the state.
  func finish(into tables: inout StateTables) {
    tables.update(.loyaltyCounts) { tally in
      for (key, value) in counts { tally.add(value.values, to: key.words) }
    }
    tables.update(.loyaltyMoments) { tally in
      for (key, value) in moments { tally.add(value.values, to: key.words) }
    }
    tables.update(.loyaltyAccounts) { tally in
      for (key, value) in accounts { tally.add(value.values, to: key.words) }
    }
    tables.update(.loyaltyScales) { tally in
      for (key, respondents) in scales { tally.add([respondents], to: key.words) }
    }
  }
}

/// A scale on which a vendor's customers answered one question.
private struct UsedScale: Hashable {
  let vendor: UInt32
  let instrument: Instrument
  let scale: ScoreScale

  var words: [UInt64] { [UInt64(vendor), QuestionWord.word(of: instrument), scale.word] }
}

/// An account's answers to one question in one cell.
private struct AccountKey: Hashable {
  let key: LoyaltyKey
  let account: Pseudonym

  var words: [UInt64] { key.words + [account.high, account.low] }
}
