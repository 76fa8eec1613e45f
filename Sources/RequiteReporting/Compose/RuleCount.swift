import RequiteModel

/// Rows that one rule filtered or set aside, over all dumps.
public struct RuleCount: Hashable, Sendable {
  /// The rule's name.
  public let rule: String
  /// How many rows it concerned.
  public let rows: Int64

  /// The counts of all rules that set anything aside: most rows first, then by the rule's bytes.
  static func counts(of accounts: [DumpAccount]) -> [RuleCount] {
    var rows: [String: Int64] = [:]
    for (rule, count) in accounts.flatMap(\.rules) where count > 0 {
      rows[rule] = (rows[rule] ?? 0).addingUpToLimit(count)
    }
    return rows.map(RuleCount.init).sorted {
      $0.rows != $1.rows ? $0.rows > $1.rows : $0.rule.utf8.lexicographicallyPrecedes($1.rule.utf8)
    }
  }
}
