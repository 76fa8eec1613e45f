import RequiteModel

/// A version of the numbers, put in the order in which people read it.
///
/// Every rendering starts here.
///
/// A report is a pure function of what it is composed from: neither the order of measures or dumps nor the moment matters.
/// Measures are held once, however many; vendors and cells are slices of them.
public struct Report: Hashable, Sendable {
  /// The version's id.
  public let version: String
  /// What the numbers were computed with.
  public let settings: Settings
  /// All measures, sorted by key.
  public let measures: [Measure]
  /// The vendors, sorted by the bytes of their ids.
  public let vendors: [VendorReport]
  /// What became of each dump, sorted by the bytes of the file name.
  public let dumps: [DumpAccount]
  /// What became of the accepted rows when each fact was made to count once, kind by kind.
  public let facts: [FactAccount]
  /// The version to compare with, where there is one.
  public let previous: PreviousVersion?
  /// How long customers wait for a first answer, cell by cell; empty where only the table is at hand.
  public let waits: [WaitCurve]
  /// What moved the numbers since that version, where somebody has worked it out; numbers whose difference would tell of
  /// single customers are then left out of `previous`.
  public let movement: VersionDiff?

  /// Composes a report.
  ///
  /// - Parameters:
  ///   - version: The id under which it is published.
  ///   - settings: The resolved settings.
  ///   - measures: All cells of all vendors, in any order.
  ///   - dumps: The account of every dump that was offered, refused ones included.
  ///   - facts: What became of the accepted rows.
  ///   - previous: The version to compare with.
  ///   - waits: Curves of cells that may be shown, in any order.
  ///   - movement: What moved the numbers since `previous`.
  public init(
    version: String, settings: Settings, measures: [Measure], dumps: [DumpAccount], facts: [FactAccount] = [],
    previous: PreviousVersion? = nil, waits: [WaitCurve] = [], movement: VersionDiff? = nil
  ) {
    self.version = version
    self.settings = settings
    self.measures = measures.inOrder()
    self.dumps = dumps.sorted { $0.dump.utf8.lexicographicallyPrecedes($1.dump.utf8) }
    self.facts = facts
    self.previous = movement.map { previous?.hiding($0.numbers) } ?? previous
    self.movement = movement
    self.waits = waits.sorted { $0.key.precedes($1.key) }
    let before = self.previous?.measuresByVendor ?? [:]
    vendors = self.measures.slices { $0.vendor.hasSameBytes(as: $1.vendor) }.map { slice in
      let name = slice[slice.startIndex].key.vendor
      return VendorReport(name: name, measures: slice, before: before[Array(name.utf8)] ?? [])
    }
  }

  /// The same numbers beside those of an earlier version and with the curves of waiting: as a page shows them.
  ///
  /// What is hashed and compared never depends on them.
  public func shown(
    beside previous: PreviousVersion?, waits: [WaitCurve], movement: VersionDiff? = nil
  ) -> Report {
    Report(
      version: version, settings: settings, measures: measures, dumps: dumps, facts: facts, previous: previous,
      waits: waits, movement: movement)
  }

  /// What became of the rows, kind by kind.
  public var totals: [KindTotals] { KindTotals.totals(of: dumps) }

  /// Rows filtered or set aside, rule by rule.
  public var ruleCounts: [RuleCount] { RuleCount.counts(of: dumps) }

  /// What the accepted rows that do not count are: ones that came again, ones of people to be forgotten.
  public var setAsideFacts: (repeated: Int64, erased: Int64) {
    (facts.reduce(0) { $0 + $1.repeated }, facts.reduce(0) { $0 + $1.erased })
  }

  /// Dumps of which nothing counts; a report with any is incomplete.
  public var refusedDumps: [DumpAccount] { dumps.filter { $0.refused != nil } }

  /// Dumps whose account breaks the row law.
  public var unbalancedDumps: [DumpAccount] { dumps.filter { !$0.isBalanced } }
}
