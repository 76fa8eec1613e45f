import RequiteModel

/// What was answered to every wording, read from a merged state.
struct PerceptionTables {
  /// The moments by wording, accounts counted as one cluster each.
  private(set) var moments: [PerceptionKey: PerceptionMoments] = [:]

  /// Reads both tables.
  init(_ tables: StateTables) {
    for (words, values) in tables[.perception].sorted() {
      guard let key = PerceptionKey(words: words) else { continue }
      moments[key] = PerceptionMoments(values: values)
    }
    for (words, values) in tables[.perceptionAccounts].sorted() {
      guard let key = PerceptionKey(words: words) else { continue }
      moments[key, default: PerceptionMoments()].add(cluster: PerceptionTotals(values: values))
    }
  }
}
