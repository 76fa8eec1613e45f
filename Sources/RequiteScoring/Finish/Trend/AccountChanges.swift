import RequiteModel
import RequiteStatistics

/// What accounts said in neighbouring trend periods: each account is one cluster, whoever answered for it.
struct AccountChanges {
  /// The moments of the accounts, by change.
  private(set) var pairs: [ChangeKey: PairMoments] = [:]

  private struct Account: Hashable {
    let vendor: UInt32
    let stratum: UInt32
    let scale: ScoreScale
    let words: [UInt64]
  }

  /// Reads the accounts of a merged state.
  init(_ tally: Tally) {
    var totals: [Account: [UInt16: AnswerTotals]] = [:]
    for (words, values) in tally.sorted() {
      guard let key = LoyaltyKey(words: words[..<4]), key.cell.isTrend, key.instrument == .nps else { continue }
      let account = Account(
        vendor: key.cell.vendor, stratum: key.stratum, scale: key.scale, words: Array(words[4...]))
      totals[account, default: [:]][key.cell.period] = AnswerTotals(values: values)
    }
    for (account, periods) in totals {
      for later in Set(periods.keys.flatMap { [$0, $0 + 1] }) where later > 1 {
        let key = ChangeKey(vendor: account.vendor, stratum: account.stratum, scale: account.scale, period: later)
        pairs[key, default: PairMoments()].add(
          PairTotals(earlier: periods[later - 1] ?? AnswerTotals(), later: periods[later] ?? AnswerTotals()))
      }
    }
  }
}
