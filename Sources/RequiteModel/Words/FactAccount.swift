/// What became of the accepted rows of all dumps together, when each fact was made to count once.
///
/// The row law goes on here: every row that ingest accepted stands, repeats a row of another dump, or is of a customer who
/// asked to be forgotten.
public struct FactAccount: Hashable, Sendable {
  /// What the rows are.
  public var kind: DumpKind
  /// Rows that ingest accepted.
  public var accepted: Int64
  /// Rows whose identity another row holds: the same again, an older revision, or a rival in a conflict.
  public var repeated: Int64
  /// Rows of customers who asked to be forgotten.
  public var erased: Int64

  /// Creates an account.
  public init(kind: DumpKind, accepted: Int64, repeated: Int64, erased: Int64) {
    self.kind = kind
    self.accepted = accepted
    self.repeated = repeated
    self.erased = erased
  }

  /// Facts that count, as far as their time allows.
  public var standing: Int64 { accepted - repeated - erased }
}

extension FactAccount {
  /// The tally in which states keep accounts.
  public static let tallyName = "rows"

  /// Adds this account to a state.
  public func add(to tables: inout StateTables) {
    tables.tallies[FactAccount.tallyName, default: Tally(keyWidth: 1, valueWidth: 3)]
      .add([Int128(accepted), Int128(repeated), Int128(erased)], to: [FactAccount.key(of: kind)])
  }

  /// The account of one kind of rows in a merged state.
  public init(of kind: DumpKind, in tables: StateTables) {
    let sums = tables.tallies[FactAccount.tallyName]?[[FactAccount.key(of: kind)]] ?? [0, 0, 0]
    self.init(kind: kind, accepted: Int64(sums[0]), repeated: Int64(sums[1]), erased: Int64(sums[2]))
  }

  /// The number of a kind in states; it never changes.
  private static func key(of kind: DumpKind) -> UInt64 {
    switch kind {
    case .surveys: 0
    case .interactions: 1
    case .erasures: 2
    case .revenue: 3
    case .crosswalk: 4
    }
  }
}
