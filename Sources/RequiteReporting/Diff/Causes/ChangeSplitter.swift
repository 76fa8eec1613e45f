import RequiteModel
import RequiteStatistics

/// Divides the changes of all numbers of a diff among causes, each by the rule of its metric.
struct ChangeSplitter {
  /// What happened, in one order or in all; `nil` where nobody knows.
  private let causes: AlignedChanges?
  /// The metrics whose rows somebody compared.
  private let compared: Set<String>
  /// Whether no row changed at all.
  private let nothingChanged: Bool
  private let leftOut: Set<MeasureKey>
  private let forgotten: [ForgottenRows]
  private let rounds = WaitRounds()
  /// What both versions were computed with.
  let settings: (before: Settings, after: Settings)
  /// Fewer rows than this are not told apart.
  let minimum: Int64
  /// The entries over the window that other numbers are made of, by key.
  let parts: [MeasureKey: MeasureDiff.Entry]

  /// - Parameters:
  ///   - causes: what happened to the rows; `nil` where nobody compared them.
  ///   - otherOrders: the same where coordinates move in other orders.
  ///   - leftOut: numbers of whole vendors on different scales.
  ///   - forgotten: rows that numbers were counted from and that are there no longer.
  ///   - settings: what both versions were computed with.
  ///   - diff: the numbers of both versions.
  init(
    _ causes: CausedChanges?, otherOrders: [OrderedChanges] = [], leftOut: Set<MeasureKey>,
    forgotten: [ForgottenRows] = [], settings: (before: Settings, after: Settings), of diff: MeasureDiff
  ) {
    self.causes = causes.map { AlignedChanges(orders: [OrderedChanges(ChangeLeg.allCases, $0)] + otherOrders) }
    self.leftOut = leftOut
    self.forgotten = forgotten
    let known = causes.map { [$0] + otherOrders.map(\.changes) } ?? []
    compared = Set(known.flatMap { $0.counts.keys.map(\.metric) })
    nothingChanged = known.allSatisfy { $0.counts.isEmpty && $0.waits.isEmpty }
    self.settings = settings
    minimum = max(settings.before.suppressionMinimum, settings.after.suppressionMinimum)
    let names = Set(Component.allCases.map(\.metric) + Metric.ofPerception + Metric.ofKnownRates)
    let entries = diff.entries.filter { $0.key.period == "window" && names.contains($0.key.metric) }
    parts = Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
  }

  /// The change of one number, divided by its makeup.
  ///
  /// Rows that were forgotten explain why what is left does not add up; without them that would be a fault of ours.
  func split(_ entry: MeasureDiff.Entry) -> ChangeSplit {
    let split = whole(entry)
    let isUnexplained = split == .none(.sumsDiffer) || split == .none(.missingBetween)
    let isUncounted = split == .none(.rowsNotCompared) && causes != nil
    return !forgotten.isEmpty && (isUnexplained || isUncounted) ? .none(.forgotten(forgotten)) : split
  }

  private func whole(_ entry: MeasureDiff.Entry) -> ChangeSplit {
    let makeup = Metric(named: entry.key.metric).makeup
    if entry.differenceDiscloses { return .none(.hidden) }
    if makeup == .other { return .none(.noSumOfRows) }
    if entry.key.period != "window", !Metric.ofCalendarYears.contains(entry.key.metric) { return .none(.trendPeriod) }
    guard let causes else { return .none(.rowsNotCompared) }
    guard entry.before?.estimate != nil, entry.after?.estimate != nil else { return .none(.oneSided) }
    if entry.kind == .unchanged, nothingChanged { return .steps([]) }
    if isLeftOut(entry.key) { return .none(.otherScale) }
    switch makeup {
    case .ratio(let scale): return ratio(entry, scale, causes)
    case .total: return total(entry, causes)
    case .difference(let one, let other): return difference(entry, of: one, less: other, causes)
    case .estimatedRate(let answers): return estimatedRate(entry, answers, causes)
    case .medianWait, .answered: return waits(entry, makeup, causes)
    case .index: return index(nil, entry, causes)
    case .pillar(let pillar): return index(pillar, entry, causes)
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

  private func ratio(_ entry: MeasureDiff.Entry, _ scale: Int64, _ causes: AlignedChanges) -> ChangeSplit {
    guard let before = entry.before?.counts, let after = entry.after?.counts else { return .none(.oneSided) }
    let key = entry.key.with(metric: ChangeSplitter.counted(entry.key.metric))
    guard let counts = causes.counts(of: key) else { return uncounted(key, isSame: before == after) }
    return inEveryOrder(from: entry) { place, legs in
      RatioSplit(scale: scale, minimum: minimum, legs: legs).split(from: before, to: after, counts[place])
    }
  }

  private func total(_ entry: MeasureDiff.Entry, _ causes: AlignedChanges) -> ChangeSplit {
    let (first, last) = (
      FixedDecimal.millionths(entry.before!.estimate!), FixedDecimal.millionths(entry.after!.estimate!)
    )
    guard let counts = causes.counts(of: entry.key) else { return uncounted(entry.key, isSame: first == last) }
    return inEveryOrder(from: entry) { place, legs in
      TotalSplit(minimum: minimum, legs: legs).split(from: first, to: last, counts[place])
    }
  }

  /// A number no row of which changed: it must be the same, unless nobody looks at rows of its metric at all.
  func uncounted(_ key: MeasureKey, isSame: Bool) -> ChangeSplit {
    if isSame { return .steps([]) }
    return .none(compared.contains(key.metric) ? .sumsDiffer : .rowsNotCompared)
  }

  private func waits(_ entry: MeasureDiff.Entry, _ makeup: MetricMakeup, _ causes: AlignedChanges) -> ChangeSplit {
    guard let number = WaitSplit.Number(makeup) else { return .none(.noSumOfRows) }
    let (before, after) = (entry.before!.estimate!, entry.after!.estimate!)
    let cell = entry.key.with(metric: "first_answer.median_seconds")
    guard let waits = causes.waits(of: cell) else {
      return before == after ? .steps([]) : .none(.sumsDiffer)
    }
    var rows: [Cause: Int64] = [:]
    for change in waits.flatMap(\.changes) { rows[change.cause] = max(rows[change.cause] ?? 0, change.rows) }
    return inEveryOrder(from: entry) { place, legs in
      WaitSplit(
        number: number, curve: (cell, place), rounds: rounds, minimum: minimum, legs: legs, rows: rows
      ).split(from: before, to: after, waits[place])
    }
  }

  /// The split of a number that has a value on both sides, by its rule in one order, or its average over all orders.
  func inEveryOrder(
    from entry: MeasureDiff.Entry, _ split: (_ place: Int, _ legs: [ChangeLeg]) -> ChangeSplit
  ) -> ChangeSplit {
    let orders = causes?.orders ?? []
    var all: [[SplitStep]] = []
    for (place, order) in orders.enumerated() {
      switch split(place, order.order) {
      case .none(let reason): return .none(reason)
      case .steps(let steps): all.append(steps)
      }
    }
    guard all.count > 1 else { return .steps(all.first ?? []) }
    let average = OrderAverage(orders: all).steps(from: entry.before!.estimate!)
    return average.map(ChangeSplit.steps) ?? .none(.sumsDiffer)
  }
}
