import RequiteModel

/// One entry of a diff as the cells of a line: before, now, change and remark.
struct ChangeText {
  /// The earlier estimate; `-` without one, empty where the number was added.
  let before: String
  /// The later estimate; `-` without one, empty where the number was removed.
  let now: String
  /// Now less before, as displayed, so that a reader's subtraction agrees; empty where either is missing.
  let change: String
  /// What else differs: cases, reasons, interval; that the number is new or gone, or that its values are hidden.
  let remark: String

  /// - Parameters:
  ///   - entry: the number in both versions.
  ///   - scale: how it is shown.
  ///   - neededCases: the least denominator of the later version.
  init(_ entry: MeasureDiff.Entry, scale: DiffScale, neededCases: Int64) {
    let (old, new) = (entry.before?.estimate.map(scale.units), entry.after?.estimate.map(scale.units))
    before = entry.before == nil ? "" : old.map(scale.text) ?? "-"
    now = entry.after == nil ? "" : new.map(scale.text) ?? "-"
    change = old.flatMap { old in new.map { scale.change($0 - old) } } ?? ""
    remark = ChangeText.remark(entry, neededCases)
  }

  private static func remark(_ entry: MeasureDiff.Entry, _ neededCases: Int64) -> String {
    guard !entry.differenceDiscloses else { return "hidden: \(DisclosureRule.flag)" }
    guard let before = entry.before else { return "new" }
    guard let after = entry.after else { return "gone" }
    var parts: [String] = []
    if before.n != after.n { parts.append("n \(NumberText.count(before.n)) -> \(NumberText.count(after.n))") }
    if let sentence = reasons(before, after, neededCases) { parts.append(sentence) }
    let isEstimateSame = before.published.numbers[0] == after.published.numbers[0]
    if parts.isEmpty && isEstimateSame && entry.kind == .changed { parts.append(unseen(before, after)) }
    return parts.joined(separator: ", ")
  }

  /// That a number is no longer shown, or shown for the first time, and why; `nil` where neither changed.
  private static func reasons(_ before: Measure, _ after: Measure, _ neededCases: Int64) -> String? {
    guard before.reason != after.reason else { return nil }
    if before.estimate != nil, after.estimate == nil, let reason = after.reason {
      return "no longer shown: " + words(reason, after, neededCases)
    }
    if before.estimate == nil, after.estimate != nil, let reason = before.reason {
      return "was not shown: " + words(reason, before, neededCases)
    }
    return "\(before.reason?.rawValue ?? "shown") -> \(after.reason?.rawValue ?? "shown")"
  }

  private static func words(_ reason: Reason, _ measure: Measure, _ neededCases: Int64) -> String {
    switch reason {
    case .noData: "no data"
    case .smallCell: "too few customers"
    case .denominatorTooSmall:
      measure.denominator.map { "\(NumberText.count($0)) cases, \(NumberText.count(neededCases)) needed" }
        ?? "fewer than \(NumberText.count(neededCases)) cases"
    case .pillarEmpty: "a pillar without a component"
    case .notConverged: "the margins were not reached"
    case .notReached: "fewer than half were answered"
    case .tooFewForVariance, .zeroVariance: reason.rawValue
    }
  }

  /// What differs where the estimate, n and reason do not.
  private static func unseen(_ before: Measure, _ after: Measure) -> String {
    let (old, new) = (before.published.numbers, after.published.numbers)
    return old[1...3] == new[1...3] ? "cases differ" : "interval differs"
  }
}
