import RequiteModel
import RequiteStatistics

/// Divides the changes of all numbers of a diff among causes, each by the rule of its metric.
struct ChangeSplitter {
  private let causes: CausedChanges?
  /// The metrics whose rows somebody compared.
  private let compared: Set<String>
  private let leftOut: Set<MeasureKey>
  private let settings: (before: Settings, after: Settings)
  private let minimum: Int64
  /// The entries of components over the window, by key.
  private let components: [MeasureKey: MeasureDiff.Entry]

  /// - Parameters:
  ///   - causes: what happened to the rows; `nil` where nobody compared them.
  ///   - leftOut: numbers of whole vendors on different scales.
  ///   - settings: what both versions were computed with.
  ///   - diff: the numbers of both versions.
  init(
    _ causes: CausedChanges?, leftOut: Set<MeasureKey>, settings: (before: Settings, after: Settings),
    of diff: MeasureDiff
  ) {
    self.causes = causes
    self.leftOut = leftOut
    compared = Set(causes?.counts.keys.map(\.metric) ?? [])
    self.settings = settings
    minimum = max(settings.before.suppressionMinimum, settings.after.suppressionMinimum)
    let names = Set(Component.allCases.map(\.metric))
    let entries = diff.entries.filter { $0.key.period == "window" && names.contains($0.key.metric) }
    components = Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
  }

  /// The change of one number, divided by its makeup.
  func split(_ entry: MeasureDiff.Entry) -> ChangeSplit {
    let makeup = Metric(named: entry.key.metric).makeup
    if entry.differenceDiscloses { return .none(.hidden) }
    if makeup == .other { return .none(.noSumOfRows) }
    if entry.key.period != "window" { return .none(.trendPeriod) }
    guard let causes else { return .none(.rowsNotCompared) }
    guard let before = entry.before, let after = entry.after, let old = before.estimate, let new = after.estimate else {
      return .none(.oneSided)
    }
    if entry.kind == .unchanged, causes.counts.isEmpty, causes.waits.isEmpty { return .steps([]) }
    if isLeftOut(entry.key) { return .none(.otherScale) }
    switch makeup {
    case .ratio(let scale): return ratio(entry, scale, causes)
    case .total: return total(entry.key, old, new, causes)
    case .medianWait: return waits(.median, entry.key, old, new, causes)
    case .answered(let seconds): return waits(.answered(within: seconds), entry.key, old, new, causes)
    case .index: return index(nil, entry.key, old, new, causes)
    case .pillar(let pillar): return index(pillar, entry.key, old, new, causes)
    case .other: return .none(.noSumOfRows)
    }
  }

  private func isLeftOut(_ key: MeasureKey) -> Bool {
    leftOut.contains(MeasureKey(vendor: key.vendor, metric: ChangeSplitter.counted(key.metric)))
  }

  /// The metric whose rows a metric shares: intervals differ, numbers do not.
  private static func counted(_ metric: String) -> String {
    ["loyalty.nps_score", "loyalty.nps_wald"].contains(metric) ? "loyalty.nps" : metric
  }

  private func ratio(_ entry: MeasureDiff.Entry, _ scale: Int64, _ causes: CausedChanges) -> ChangeSplit {
    guard let before = entry.before?.counts, let after = entry.after?.counts else { return .none(.oneSided) }
    let key = entry.key.with(metric: ChangeSplitter.counted(entry.key.metric))
    guard let counts = causes.counts[key] else { return uncounted(key, isSame: before == after) }
    return RatioSplit(scale: scale, minimum: minimum).split(from: before, to: after, counts)
  }

  private func total(_ key: MeasureKey, _ before: Double, _ after: Double, _ causes: CausedChanges) -> ChangeSplit {
    guard let counts = causes.counts[key] else { return uncounted(key, isSame: before == after) }
    let (first, last) = (FixedDecimal.millionths(before), FixedDecimal.millionths(after))
    return TotalSplit(minimum: minimum).split(from: first, to: last, counts)
  }

  /// A number no row of which changed: it must be the same, unless nobody looks at rows of its metric at all.
  private func uncounted(_ key: MeasureKey, isSame: Bool) -> ChangeSplit {
    if isSame { return .steps([]) }
    return .none(compared.contains(key.metric) ? .sumsDiffer : .rowsNotCompared)
  }

  private func waits(
    _ number: WaitSplit.Number, _ key: MeasureKey, _ before: Double, _ after: Double, _ causes: CausedChanges
  ) -> ChangeSplit {
    guard let waits = causes.waits[key.with(metric: "first_answer.median_seconds")] else {
      return before == after ? .steps([]) : .none(.sumsDiffer)
    }
    return WaitSplit(number: number, minimum: minimum).split(from: before, to: after, waits)
  }

  /// A component that a cell does not have counts nothing there.
  private func index(
    _ pillar: RequiteModel.Pillar?, _ key: MeasureKey, _ before: Double, _ after: Double, _ causes: CausedChanges
  ) -> ChangeSplit {
    let keys = Component.allCases.map { key.with(metric: $0.metric) }
    guard keys.allSatisfy({ components[$0]?.differenceDiscloses != true }) else { return .none(.hidden) }
    let split = IndexSplit(
      designs: IndexDesigns(from: settings.before, to: settings.after, pillar: pillar),
      components: keys.map { components[$0]?.before?.counts ?? .zero },
      changes: keys.map { causes.counts[$0] ?? .init() }, minimum: minimum)
    return split.split(from: before, to: after)
  }
}
