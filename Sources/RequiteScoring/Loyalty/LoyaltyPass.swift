import RequiteModel

/// Loyalty as it grows while customers are scored.
///
/// An answer belongs to many cells. So answers that no cell can tell apart are summed first, under one key: whose answers
/// to which question, whether each is a cluster of its own, the period, and the levels in all dimensions. The sums go to
/// the cells, in the tallies of the state, when there are many of them and at the end.
struct LoyaltyPass {
  private var answers: QueuedAnswers
  private var accounts: GroupedSums<AccountSums>
  /// A buffer.
  private var accountKey: [UInt64]
  /// How many answers are in the sums.
  private var pending = 0
  private var spread: LoyaltySpread
  private let words: CellWords

  /// Sums are spread after so many answers, which keeps them within 64 bits.
  private static var greatestPending: Int { 1_000_000 }
  /// Sums are spread when there are so many, which bounds their memory.
  private static var greatestGroups: Int { 1 << 17 }

  /// Takes the tallies out of `tables` until `finish`.
  init(plan: Plan, from tables: inout StateTables) {
    words = CellWords(plan: plan)
    let width = LoyaltyGroup.width + words.count
    accountKey = Array(repeating: 0, count: width + 2)
    answers = QueuedAnswers(keyWidth: width)
    accounts = GroupedSums(keyWidth: width + 2, of: AccountSums())
    spread = LoyaltySpread(plan: plan, words: words, from: &tables)
  }

  /// Adds one customer's responses that stand to the cells of the window and of their trend periods.
  mutating func add(_ standing: [LatestResponses.Standing]) {
    for place in standing.indices where standing[place].response.instrument != .`self` {
      let twin = standing.firstIndex { $0.isSameResponse(as: standing[place]) && $0.period != standing[place].period }
      // Most answers stand in both: they are added once, with their period.
      if standing[place].period == 0, twin != nil { continue }
      add(standing[place], isOfWindow: standing[place].period == 0 || twin != nil)
    }
  }

  /// A post is a cluster of its own (METHODS B1); a respondent belongs to the account, where there is one.
  private mutating func add(_ standing: LatestResponses.Standing, isOfWindow: Bool) {
    let response = standing.response
    if pending == LoyaltyPass.greatestPending { flush() }
    if answers.count + accounts.count >= LoyaltyPass.greatestGroups { flush() }
    pending += 1
    let isAlone = response.account == .none || response.instrument == .votes
    let group = LoyaltyGroup(
      vendor: response.vendor, stratum: response.stratum, scale: response.scale, instrument: response.instrument,
      isAlone: isAlone, isOfWindow: isOfWindow, period: standing.period)
    answers.add(standing.answer) { [words] key in
      group.write(to: &key)
      words.write(channel: response.channel, levels: response.levels, toEndOf: &key)
    }
    if !isAlone { add(standing.answer, of: response.account) }
  }

  /// Adds an answer to the totals of its account, under the latest key.
  private mutating func add(_ answer: Answer, of account: Pseudonym) {
    (accountKey[0], accountKey[1]) = (account.high, account.low)
    let key = answers.latestKey
    for place in key.indices { accountKey[2 + place] = key[place] }
    accounts.withSum(of: accountKey) { $0.add(answer) }
  }

  private mutating func flush() {
    answers.drain { key, sums in spread.add(sums, of: LoyaltyGroup(words: key), key) }
    accounts.forEach { key, sums in
      let group = key.extracting(2...)
      spread.add(sums, of: LoyaltyGroup(words: group), group, account: Pseudonym(high: key[0], low: key[1]))
    }
    accounts.removeAll()
    pending = 0
  }

  /// Spreads what is left and puts the tallies back.
  mutating func finish(into tables: inout StateTables) {
    flush()
    spread.finish(into: &tables)
  }
}

/// The totals of answers of one account that no cell can tell apart; they wrap like `AnswerSums`.
struct AccountSums: Sendable {
  private var weight: Int64 = 0
  private var value: Int64 = 0
  private var score: Int64 = 0
  private var good: Int64 = 0

  /// Adds one answer.
  mutating func add(_ answer: Answer) {
    weight &+= answer.weight
    value &+= answer.value
    score &+= answer.score
    good &+= answer.good
  }

  /// The totals.
  var totals: AnswerTotals {
    AnswerTotals(weight: Int128(weight), value: Int128(value), score: Int128(score), good: Int128(good))
  }
}

extension LatestResponses.Standing {
  /// Whether both are one response, which stands over the window and in its period.
  fileprivate func isSameResponse(as other: LatestResponses.Standing) -> Bool {
    response.identity == other.response.identity
  }
}
