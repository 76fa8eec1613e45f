import RequiteModel

/// Accounts of a merged state, each turned into one cluster.
///
/// Only a merged state knows an account whole: its customers lie in many buckets. METHODS B4 and B16.
struct AccountClusters {
  /// The moments of the accounts, under the keys of `TallyName.loyaltyMoments`.
  private(set) var moments = Tally(
    keyWidth: TallyName.loyaltyMoments.keyWidth, valueWidth: TallyName.loyaltyMoments.valueWidth)
  /// The greatest weight of one account in each cell.
  private(set) var largest: [LoyaltyKey: Int128] = [:]
  /// Accounts of a vendor's window found in more than one stratum.
  private(set) var straddling: [UInt32: Int64] = [:]

  /// Collapses the accounts' totals.
  init(_ accounts: Tally) {
    var strata: [[UInt64]: Set<UInt32>] = [:]
    for (words, values) in accounts.sorted() {
      guard var key = LoyaltyKey(words: words[..<4]) else { continue }
      let totals = AnswerTotals(values: values)
      let values = AnswerMoments(of: totals).values
      moments.add(values.span, to: key.words.span)
      if key.cell.isHeadline {
        strata[[words[0], UInt64(key.instrument.code)] + words[4...], default: []].insert(key.stratum)
      }
      key.stratum = 0
      largest[key] = max(largest[key] ?? 0, totals.weight)
    }
    for (account, found) in strata where found.count > 1 { straddling[UInt32(account[0]), default: 0] += 1 }
  }
}
