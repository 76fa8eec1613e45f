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
    /// The earlier measure; `nil` for one that was added, and for one that is hidden.
    public let before: Measure?
    /// The later measure; `nil` for one that was removed, and for one that is hidden.
    public let after: Measure?
    /// What became of it; a hidden number of both tables always counts as changed.
    public let kind: Kind
    /// Whether the values are hidden because their difference would tell of single customers (METHODS B8).
    public let differenceDiscloses: Bool

    /// Compares the measures of one key in both tables.
    fileprivate init(_ key: MeasureKey, before: Measure?, after: Measure?) {
      self.key = key
      self.before = before
      self.after = after
      differenceDiscloses = false
      kind =
        switch (before, after) {
        case (nil, _): .added
        case (_, nil): .removed
        case (let before?, let after?): before.isPublished(as: after) ? .unchanged : .changed
        }
    }

    /// A number whose values are hidden.
    ///
    /// That it is unchanged would tell something too.
    fileprivate init(hiding entry: Entry) {
      key = entry.key
      (before, after) = (nil, nil)
      kind = entry.kind == .unchanged ? .changed : entry.kind
      differenceDiscloses = true
    }
  }

  /// Every number of either table, sorted by key.
  public let entries: [Entry]
  /// The rule by which values are hidden, where there is one.
  public let rule: DisclosureRule?

  /// Compares two tables, each in any order.
  ///
  /// Keys are the same only byte for byte. Under a `rule`, numbers whose difference would tell of single customers are
  /// flagged and lose their values.
  ///
  /// - Complexity: O(*n*) for tables in order, else O(*n* log *n*).
  public init(before: [Measure], after: [Measure], rule: DisclosureRule? = nil) {
    self.rule = rule
    let entries = MeasureDiff.paired(before.inOrder(), after.inOrder())
    guard let rule else {
      self.entries = entries
      return
    }
    let disclosing = DisclosingCells(entries, rule: rule)
    self.entries = entries.map { disclosing.contains($0.key) ? Entry(hiding: $0) : $0 }
  }

  private static func paired(_ before: [Measure], _ after: [Measure]) -> [Entry] {
    var entries: [Entry] = []
    entries.reserveCapacity(max(before.count, after.count))
    var (left, right) = (before[...], after[...])
    while let key = [left.first?.key, right.first?.key].compactMap({ $0 }).min(by: { $0.precedes($1) }) {
      let old = left.popFirst(where: { !key.precedes($0.key) })
      let new = right.popFirst(where: { !key.precedes($0.key) })
      entries.append(Entry(key, before: old, after: new))
    }
    return entries
  }

  /// The entries of one kind, sorted by key.
  public func entries(_ kind: Kind) -> [Entry] {
    entries.filter { $0.kind == kind }
  }

  /// How many entries are of `kind`.
  public func count(_ kind: Kind) -> Int {
    entries.count { $0.kind == kind }
  }

  /// How many entries have lost their values to the rule.
  public var hiddenCount: Int { entries.count { $0.differenceDiscloses } }

  /// Whether both tables print the same.
  public var isEmpty: Bool { entries.allSatisfy { $0.kind == .unchanged } }
}

extension Measure {
  /// Whether both print the same; equal numbers always do and need not be printed to know.
  fileprivate func isPublished(as other: Measure) -> Bool {
    self == other || published == other.published
  }
}

extension ArraySlice<Measure> {
  /// Takes the first measure if it meets `condition`.
  fileprivate mutating func popFirst(where condition: (Measure) -> Bool) -> Measure? {
    guard let first, condition(first) else { return nil }
    return popFirst()
  }
}
