import RequiteModel

/// Loyalty as it grows while the customers of one bucket are scored, straight in the tallies of the state.
struct LoyaltyPass {
  private var counts: Tally
  private var moments: Tally
  private var accounts: Tally
  private var scales: Tally
  private let cells: CellPlan
  private let isPooled: Bool

  /// Takes the tallies out of `tables` until `finish`.
  ///
  /// - Parameters:
  ///   - cells: where answers belong.
  ///   - isPooled: whether answers on all scales count together.
  ///   - tables: the state.
  init(cells: CellPlan, isPooled: Bool, from tables: inout StateTables) {
    self.cells = cells
    self.isPooled = isPooled
    counts = tables.take(.loyaltyCounts)
    moments = tables.take(.loyaltyMoments)
    accounts = tables.take(.loyaltyAccounts)
    scales = tables.take(.loyaltyScales)
  }

  /// Adds a response that stands to the cells of its window or of its trend period.
  ///
  /// A post is a cluster of its own (METHODS B1); a respondent belongs to the account, where there is one.
  mutating func add(_ standing: LatestResponses.Standing) {
    let response = standing.response
    guard response.instrument != .`self` else { return }
    if standing.period == 0 { addScale(of: response) }
    let scale = standing.scale(pooling: isPooled).word
    let question = QuestionWord.word(of: response.instrument)
    let stratum = QuestionWord.word(of: response.instrument, stratum: response.stratum)
    let isLone = response.account == .none || response.instrument == .votes
    let counted = standing.answer.counts.values.changes
    let cluster = isLone ? AnswerMoments(of: standing.answer.totals).values : standing.answer.totals.values
    let clustered = cluster.changes
    cells.forEachCell(
      vendor: response.vendor, channel: response.channel, levels: response.levels, period: standing.period
    ) { cell in
      let words = cell.key
      let key: InlineArray<4, UInt64> = [words[0], words[1], question, scale]
      counts.add(counted, to: key.span)
      if isLone {
        let key: InlineArray<4, UInt64> = [words[0], words[1], stratum, scale]
        moments.add(clustered, to: key.span)
      } else {
        let account = response.account
        let key: InlineArray<6, UInt64> = [words[0], words[1], stratum, scale, account.high, account.low]
        accounts.add(clustered, to: key.span)
      }
    }
  }

  private mutating func addScale(of response: Response) {
    let question = QuestionWord.word(of: response.instrument)
    let key: InlineArray<3, UInt64> = [UInt64(response.vendor), question, response.scale.word]
    scales.add(LoyaltyPass.one, to: key.span)
  }

  private static let one = [SumChange(place: 0, value: 1)]

  /// Puts the tallies back.
  func finish(into tables: inout StateTables) {
    tables.put(counts, as: .loyaltyCounts)
    tables.put(moments, as: .loyaltyMoments)
    tables.put(accounts, as: .loyaltyAccounts)
    tables.put(scales, as: .loyaltyScales)
  }
}

extension [Int128] {
  /// The integers that are not zero, to be added to a tally.
  fileprivate var changes: [SumChange] {
    enumerated().compactMap { $0.element == 0 ? nil : SumChange(place: $0.offset, value: $0.element) }
  }
}
