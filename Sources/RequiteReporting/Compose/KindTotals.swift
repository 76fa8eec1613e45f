import RequiteModel

/// What became of all rows of one kind of dump.
public struct KindTotals: Hashable, Sendable {
  /// The kind of dump.
  public let kind: DumpKind
  /// How many dumps of this kind.
  public private(set) var dumps: Int64 = 0
  /// How many of them were refused.
  public private(set) var refused: Int64 = 0
  /// Rows found.
  public private(set) var read: Int64 = 0
  /// Rows that count.
  public private(set) var accepted: Int64 = 0
  /// Rows that repeat another.
  public private(set) var duplicates: Int64 = 0
  /// Rows left out on purpose.
  public private(set) var filtered: Int64 = 0
  /// Rows set aside because they break a rule.
  public private(set) var quarantined: Int64 = 0

  /// The totals of the kinds that `accounts` hold, in the order of the kinds.
  ///
  /// A sum beyond 2^63 stays there.
  static func totals(of accounts: [DumpAccount]) -> [KindTotals] {
    DumpKind.allCases.compactMap { kind in
      let chosen = accounts.filter { $0.kind == kind }
      return chosen.isEmpty ? nil : chosen.reduce(into: KindTotals(kind: kind)) { $0.add($1) }
    }
  }

  private init(kind: DumpKind) {
    self.kind = kind
  }

  private mutating func add(_ account: DumpAccount) {
    dumps += 1
    refused += account.refused == nil ? 0 : 1
    read = read.addingUpToLimit(account.read)
    accepted = accepted.addingUpToLimit(account.accepted)
    duplicates = duplicates.addingUpToLimit(account.duplicates)
    filtered = filtered.addingUpToLimit(account.filtered)
    quarantined = quarantined.addingUpToLimit(account.quarantined)
  }
}

extension Int64 {
  /// The sum, or the largest number where the sum is larger: counts come from files and must not stop a report.
  func addingUpToLimit(_ other: Int64) -> Int64 {
    let (sum, isTooLarge) = addingReportingOverflow(other)
    return isTooLarge ? .max : sum
  }
}
