import RequiteModel

/// Two versions, compared: which coordinates moved, what every number did, and why.
///
/// Everything a rendering shows stands here; a rendering chooses and lays out. The same two versions and the same changes
/// give the same diff.
public struct VersionDiff: Hashable, Sendable {
  /// What happened to the rows between both versions.
  public enum Causes: Sendable {
    /// Somebody compared them.
    ///
    /// Numbers of whole vendors that stand on different scales on both sides are left out, with those of their cells.
    /// Where rows were forgotten since a version was published, its numbers no longer follow from those that are left.
    /// With the same changes in other orders, parts are averages over all orders.
    case known(
      CausedChanges, leftOut: Set<MeasureKey> = [], forgotten: [ForgottenRows] = [], otherOrders: [OrderedChanges] = [])
    /// Nobody did, for this reason: a sentence without its full stop.
    case unknown(String)
  }

  /// The earlier version's id.
  public let before: String
  /// The later version's id.
  public let after: String
  /// The later version's method.
  public let method: String
  /// The later version's period in words.
  public let period: String
  /// What moved.
  public let coordinates: CoordinateChanges
  /// The numbers, side by side.
  public let numbers: MeasureDiff
  /// Every number with its causes, in the order of `numbers`.
  public let entries: [Entry]
  /// Why causes are not known; `nil` where they are.
  public let causesUnknown: String?
  /// Rows of either version that were forgotten since; none where causes are not known.
  public let forgotten: [ForgottenRows]
  /// Whether parts are averages over the orders in which facts, configuration and method may move.
  public let isOrderFree: Bool
  /// Facts that came, went or changed, whether or not a number moved.
  public let facts: [FactChange]
  /// Fewer rows than this are not told apart.
  public let minimum: Int64
  /// What the earlier version was computed with.
  let settingsBefore: Settings
  /// What the later version was computed with.
  let settingsAfter: Settings

  /// Compares two versions.
  ///
  /// - Parameters:
  ///   - before: the earlier version.
  ///   - after: the later version.
  ///   - causes: what happened to the rows.
  ///   - restatedLimit: by how many points an old period may change before it is flagged.
  public init(
    from before: ComparedVersion, to after: ComparedVersion, causes: Causes,
    restatedLimit: ExactLimit = .onePoint
  ) {
    self.before = before.id
    self.after = after.id
    settingsBefore = before.settings
    settingsAfter = after.settings
    method = after.settings.method.version
    period = Wording.period(of: after.settings)
    coordinates = CoordinateChanges(from: before, to: after)
    let rule = DisclosureRule(from: before.settings, to: after.settings)
    let numbers = MeasureDiff(before: before.measures, after: after.measures, rule: rule)
    self.numbers = numbers
    minimum = max(before.settings.suppressionMinimum, after.settings.suppressionMinimum)
    let (known, leftOut, others): (CausedChanges?, Set<MeasureKey>, [OrderedChanges])
    switch causes {
    case .known(let all, let keys, let gone, let orders):
      (known, leftOut, others, forgotten, causesUnknown) = (all, keys, orders, gone, nil)
    case .unknown(let reason): (known, leftOut, others, forgotten, causesUnknown) = (nil, [], [], [], reason)
    }
    isOrderFree = !others.isEmpty
    facts = FactChange.list(known?.facts ?? [:])
    let splitter = ChangeSplitter(
      known, otherOrders: others, leftOut: leftOut, forgotten: forgotten, settings: (before.settings, after.settings),
      of: numbers)
    let needed = after.settings.minimumDenominator
    let minimum = minimum
    entries = numbers.entries.map {
      Entry($0, splitter.split($0), restatedLimit: restatedLimit, minimum: minimum, neededCases: needed)
    }
  }

  /// Whether both versions print the same numbers, at both ends and in between.
  public var isEmpty: Bool { !entries.contains { $0.isChanged } }

  /// How many numbers could not be divided because their causes do not add up: a fault of ours, never shown as a split.
  public var wrongSums: Int { entries.count { $0.notSplit == .sumsDiffer } }
}

/// Facts of one kind that differ between two versions, for one cause.
public struct FactChange: Hashable, Sendable {
  /// The cause.
  public let cause: Cause
  /// What the facts are.
  public let kind: DumpKind
  /// How many.
  public let count: Int64

  /// The counts of the engine, by cause and kind.
  static func list(_ facts: [Cause: [DumpKind: Int64]]) -> [FactChange] {
    let changes = facts.flatMap { cause, kinds in
      kinds.map { FactChange(cause: cause, kind: $0.key, count: $0.value) }
    }
    return changes.filter { $0.count != 0 }.sorted { left, right in
      (left.cause.kind.place, left.kind.rawValue, left.cause.detail)
        < (right.cause.kind.place, right.kind.rawValue, right.cause.detail)
    }
  }
}
