import RequiteModel

/// Two tables of measures, compared number by number as they are printed.
///
/// It says *what* differs. Why (which rows, which settings) is another matter, and is added beside these changes.
public struct MeasureDiff: Hashable, Sendable {
  /// What became of one number.
  public enum Kind: String, CaseIterable, Sendable {
    /// Only the later table has it.
    case added
    /// Only the earlier table has it.
    case removed
    /// Both have it, and something differs in print.
    case changed
    /// Both print the same.
    case unchanged
  }

  /// One number in both tables.
  public struct Entry: Hashable, Sendable {
    /// Which number.
    public let key: MeasureKey
    /// The earlier measure; `nil` for one that was added.
    public let before: Measure?
    /// The later measure; `nil` for one that was removed.
    public let after: Measure?

    /// What became of it.
    public var kind: Kind {
      guard let before else { return .added }
      guard let after else { return .removed }
      return before.published == after.published ? .unchanged : .changed
    }
  }

  /// Every number of either table, sorted by key.
  public let entries: [Entry]

  /// Compares two tables, each in any order.
  ///
  /// Keys are the same only byte for byte.
  ///
  /// - Complexity: O(*n* log *n*).
  public init(before: [Measure], after: [Measure]) {
    var (left, right) = (before.sorted { $0.key < $1.key }[...], after.sorted { $0.key < $1.key }[...])
    var entries: [Entry] = []
    while let key = [left.first?.key, right.first?.key].compactMap({ $0 }).min() {
      let old = left.popFirst(where: { !(key < $0.key) })
      let new = right.popFirst(where: { !(key < $0.key) })
      entries.append(Entry(key: key, before: old, after: new))
    }
    self.entries = entries
  }

  /// The entries of one kind, sorted by key.
  public func entries(_ kind: Kind) -> [Entry] {
    entries.filter { $0.kind == kind }
  }

  /// How many entries are of `kind`.
  public func count(_ kind: Kind) -> Int {
    entries.count { $0.kind == kind }
  }

  /// Whether both tables print the same.
  public var isEmpty: Bool { entries.allSatisfy { $0.kind == .unchanged } }
}

extension ArraySlice<Measure> {
  /// Takes the first measure if it meets `condition`.
  fileprivate mutating func popFirst(where condition: (Measure) -> Bool) -> Measure? {
    guard let first, condition(first) else { return nil }
    return popFirst()
  }
}
