import RequiteModel

/// Holds a diff against thresholds, number by number.
struct Gate {
  private let diff: VersionDiff
  private let rules: [Thresholds.Rule]

  init(_ diff: VersionDiff, _ thresholds: Thresholds) {
    self.diff = diff
    rules = thresholds.rules
  }

  /// What went beyond its limit, numbers in the order of the table, then facts.
  var verdict: GateVerdict {
    var trips: [GateVerdict.Trip] = []
    var unjudged = 0
    for entry in diff.entries {
      for question in GateQuestion.allCases {
        guard let rule = rules.first(where: { isFor($0, entry) && question.isAsked(by: $0) }) else { continue }
        switch answer(question, rule, entry) {
        case .within: break
        case .unknown: unjudged += 1
        case .beyond(let what): trips.append(.init(line: rule.line, level: rule.level, key: entry.key, what: what))
        }
      }
    }
    let facts = FactGate(diff, rules)
    return GateVerdict(trips: trips + facts.trips, unjudged: unjudged + facts.unjudged)
  }

  private func isFor(_ rule: Thresholds.Rule, _ entry: VersionDiff.Entry) -> Bool {
    guard let before = entry.numbers.before, let after = entry.numbers.after else { return false }
    return (rule.dimension ?? "all").hasSameBytes(as: entry.key.dimension) && rule.metric.matches(entry.key.metric)
      && min(before.n, after.n) >= rule.minimumN && (rule.settledDays != nil) == (entry.key.period != "window")
  }

  private enum Answer {
    case within
    case unknown
    case beyond(String)
  }

  private func answer(_ question: GateQuestion, _ rule: Thresholds.Rule, _ entry: VersionDiff.Entry) -> Answer {
    guard let before = entry.numbers.before?.estimate, let after = entry.numbers.after?.estimate else { return .within }
    let whole = FixedDecimal.millionths(after) - FixedDecimal.millionths(before)
    switch question {
    case .change: return change(rule, entry, whole, before)
    case .settled:
      guard isSettled(entry.key.period, rule.settledDays ?? 0), let limit = rule.restated else { return .within }
      return judged(whole, limit, rule, entry) { "a settled period moved by \($0), more than \(limit.text)" }
    case .restated:
      guard let limit = rule.restated else { return .within }
      guard let step = millionths(of: .knowledge, entry, whole) else { return unknown(entry) }
      return judged(step, limit, rule, entry) { "restated by \($0), more than \(limit.text)" }
    case .movement: return movement(rule, entry, whole)
    }
  }

  private func change(
    _ rule: Thresholds.Rule, _ entry: VersionDiff.Entry, _ whole: Int128, _ before: Double
  ) -> Answer {
    if let limit = rule.absolute {
      let answer = judged(whole, limit, rule, entry) { "changed by \($0), more than \(limit.text)" }
      if case .beyond = answer { return answer }
    }
    guard let limit = rule.relative, isCounted(whole, rule, entry),
      limit.isExceeded(byMillionths: whole, of: FixedDecimal.millionths(before))
    else { return .within }
    return .beyond("changed by \(text(whole)), more than \(limit.text) of what it was")
  }

  private func movement(_ rule: Thresholds.Rule, _ entry: VersionDiff.Entry, _ whole: Int128) -> Answer {
    guard let step = millionths(of: .period, entry, whole) else { return unknown(entry) }
    if rule.movementWithinNoise, let margin = entry.step(.period)?.margin, isCounted(step, rule, entry),
      step.magnitude > FixedDecimal.millionths(margin).magnitude
    {
      return .beyond("moved by \(text(step)), beyond the noise of \(FixedDecimal.text(of: margin))")
    }
    guard let limit = rule.movement else { return .within }
    return judged(step, limit, rule, entry) { "moved by \($0), more than \(limit.text)" }
  }

  /// What one coordinate did, as far as it can be told: from the causes, or because nothing or nothing else moved.
  private func millionths(of coordinate: Coordinate, _ entry: VersionDiff.Entry, _ whole: Int128) -> Int128? {
    let moved = diff.coordinates.moved
    if !moved.contains(coordinate) { return 0 }
    if moved == [coordinate] { return whole }
    if let step = entry.step(coordinate) { return FixedDecimal.millionths(step.change) }
    return entry.notSplit == nil && !entry.steps.contains { $0.coordinates.contains(coordinate) } ? 0 : nil
  }

  /// A number that can never be divided is not asked about; one that only was not is.
  private func unknown(_ entry: VersionDiff.Entry) -> Answer {
    diff.causesUnknown == nil && entry.notSplit != .forgotten(diff.forgotten) ? .within : .unknown
  }

  private func judged(
    _ change: Int128, _ limit: ExactLimit, _ rule: Thresholds.Rule, _ entry: VersionDiff.Entry,
    _ sentence: (String) -> String
  ) -> Answer {
    guard isCounted(change, rule, entry), limit.isExceeded(byMillionths: change) else { return .within }
    return .beyond(sentence(text(change)))
  }

  private func isCounted(_ change: Int128, _ rule: Thresholds.Rule, _ entry: VersionDiff.Entry) -> Bool {
    !rule.onlyWorse || entry.metric.isWorse(Double(change))
  }

  private func text(_ millionths: Int128) -> String {
    (millionths > 0 ? "+" : "") + FixedDecimal.text(units: millionths, places: 6)
  }

  /// Whether a period of the trend had long ended when the earlier version was made, and lies inside the windows of both,
  /// so that nothing of it has aged out.
  private func isSettled(_ label: String, _ days: Int64) -> Bool {
    guard let period = TrendPeriod(label: label)?.window else { return false }
    let settings = [diff.settingsBefore, diff.settingsAfter]
    let starts = settings.flatMap { [$0.surveyWindow.from, $0.eventWindow.from] }
    return period.to.seconds + days * 86_400 <= diff.settingsBefore.asOf.seconds
      && starts.allSatisfy { $0 <= period.from }
  }
}

/// What is asked of a number, each by the first rule that does.
private enum GateQuestion: CaseIterable {
  case change
  case settled
  case restated
  case movement

  func isAsked(by rule: Thresholds.Rule) -> Bool {
    switch self {
    case .change: rule.absolute != nil || rule.relative != nil
    case .settled: rule.settledDays != nil
    case .restated: rule.restated != nil && rule.settledDays == nil
    case .movement: rule.movement != nil || rule.movementWithinNoise
    }
  }
}
