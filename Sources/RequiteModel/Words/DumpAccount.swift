/// What became of the rows of one dump: the account that ingest leaves and every report shows.
public struct DumpAccount: Hashable, Sendable {
  /// The dump's file name, without its folder.
  public var dump: String
  /// What the dump holds.
  public var kind: DumpKind
  /// SHA-256 of the file as it arrived, in lower-case hexadecimal.
  public var sha256: String
  /// Physical lines, the header and blank ones included.
  public var lines: Int64
  /// Rows found, whatever became of them.
  public var read: Int64
  /// Rows that stand in the ledger.
  public var accepted: Int64
  /// Rows set aside because they break a rule.
  public var quarantined: Int64
  /// Rows that repeat another row of this dump.
  public var duplicates: Int64
  /// Rows left out on purpose, such as tests and spam.
  public var filtered: Int64
  /// How many rows each rule set aside, by the rule's name.
  public var rules: [String: Int64]
  /// Why nothing of the dump counts; `nil` for a dump that was taken.
  public var refused: String?

  /// Creates an account; by default of a dump without a single row.
  public init(
    dump: String, kind: DumpKind, sha256: String, lines: Int64 = 0, read: Int64 = 0, accepted: Int64 = 0,
    quarantined: Int64 = 0, duplicates: Int64 = 0, filtered: Int64 = 0, rules: [String: Int64] = [:],
    refused: String? = nil
  ) {
    self.dump = dump
    self.kind = kind
    self.sha256 = sha256
    self.lines = lines
    self.read = read
    self.accepted = accepted
    self.quarantined = quarantined
    self.duplicates = duplicates
    self.filtered = filtered
    self.rules = rules
    self.refused = refused
  }

  /// The row law: every row that was read was accepted, a duplicate, filtered or quarantined.
  public var isBalanced: Bool {
    Int128(read) == Int128(accepted) + Int128(duplicates) + Int128(filtered) + Int128(quarantined)
  }
}
