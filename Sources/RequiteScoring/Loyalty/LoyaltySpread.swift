import RequiteModel

/// Adds the sums of answers that no cell can tell apart to their cells, straight in the tallies of the state.
struct LoyaltySpread {
  private var counts: Tally
  private var moments: Tally
  private var accounts: Tally
  private var scales: Tally
  private var changes: PeriodSums
  private let words: CellWords
  private let isPooled: Bool

  /// Takes the tallies out of `tables` until `finish`.
  init(plan: Plan, words: CellWords, from tables: inout StateTables) {
    self.words = words
    isPooled = plan.settings.poolsScales
    changes = PeriodSums(periods: plan.periods.count)
    counts = tables.take(.loyaltyCounts)
    moments = tables.take(.loyaltyMoments)
    accounts = tables.take(.loyaltyAccounts)
    scales = tables.take(.loyaltyScales)
  }

  /// Adds the counts of a group of answers and, where each is a cluster, their moments; `key` ends with their levels.
  mutating func add(_ sums: AnswerSums, of group: LoyaltyGroup, _ key: Span<UInt64>) {
    if group.isOfWindow { addScale(of: sums, group) }
    let scale = group.scale(pooling: isPooled)
    let question = QuestionWord.word(of: group.instrument)
    let stratum = QuestionWord.word(of: group.instrument, stratum: group.stratum)
    let (counted, clusters) = (sums.loyaltyCounts.values, sums.moments)
    let clustered = clusters.values
    forEachCell(of: group, key) { spread, cell in
      let cell = cell.key
      let countKey: InlineArray<4, UInt64> = [cell[0], cell[1], question, scale.word]
      spread.counts.add(counted.span, to: countKey.span)
      guard group.isAlone else { return }
      let momentKey: InlineArray<4, UInt64> = [cell[0], cell[1], stratum, scale.word]
      spread.moments.add(clustered.span, to: momentKey.span)
    }
    guard group.isAlone, group.instrument == .nps, group.period > 0 else { return }
    changes.add(
      clusters, of: ChangeKey(vendor: group.vendor, stratum: group.stratum, scale: scale, period: group.period))
  }

  /// Adds the totals of an account's part of a group; `key` ends with their levels.
  mutating func add(_ sums: AccountSums, of group: LoyaltyGroup, _ key: Span<UInt64>, account: Pseudonym) {
    let scale = group.scale(pooling: isPooled).word
    let stratum = QuestionWord.word(of: group.instrument, stratum: group.stratum)
    let totals = sums.totals.values
    forEachCell(of: group, key) { spread, cell in
      let cell = cell.key
      let key: InlineArray<6, UInt64> = [cell[0], cell[1], stratum, scale, account.high, account.low]
      spread.accounts.add(totals.span, to: key.span)
    }
  }

  /// Calls `body` with the cells of the window, of the trend period, or of both.
  @inline(__always)
  private mutating func forEachCell(
    of group: LoyaltyGroup, _ key: Span<UInt64>, _ body: (inout LoyaltySpread, Cell) -> Void
  ) {
    let words = words
    if group.isOfWindow { words.forEachCell(vendor: group.vendor, period: 0, endOf: key) { body(&self, $0) } }
    guard group.period > 0 else { return }
    words.forEachCell(vendor: group.vendor, period: group.period, endOf: key) { body(&self, $0) }
  }

  private mutating func addScale(of sums: AnswerSums, _ group: LoyaltyGroup) {
    let question = QuestionWord.word(of: group.instrument)
    let key: InlineArray<3, UInt64> = [UInt64(group.vendor), question, group.scale.word]
    let respondents: InlineArray<1, Int128> = [Int128(sums.respondents)]
    scales.add(respondents.span, to: key.span)
  }

  /// Puts the tallies back.
  func finish(into tables: inout StateTables) {
    tables.put(counts, as: .loyaltyCounts)
    tables.put(moments, as: .loyaltyMoments)
    tables.put(accounts, as: .loyaltyAccounts)
    tables.put(scales, as: .loyaltyScales)
    changes.finish(into: &tables)
  }
}
