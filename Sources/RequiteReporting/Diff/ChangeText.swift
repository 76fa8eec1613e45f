import RequiteModel

/// One entry of a diff as the cells of a line: before, now, change and remark.
struct ChangeText {
  /// The earlier estimate; `—` without one, empty where the number was added.
  let before: String
  /// The later estimate; `—` without one, empty where the number was removed.
  let now: String
  /// Now less before, as displayed; empty where either is missing.
  let change: String
  /// What else differs: cases, reasons, interval; that the number is new or gone, or that its values are hidden.
  let remark: String

  init(_ entry: MeasureDiff.Entry) {
    let unit = Metric(named: entry.key.metric).unit
    let places = ChangeText.places(entry, unit)
    before = entry.before.map { ChangeText.text($0.estimate, unit, places) } ?? ""
    now = entry.after.map { ChangeText.text($0.estimate, unit, places) } ?? ""
    change = ChangeText.change(entry, unit, places)
    remark = ChangeText.remark(entry)
  }

  /// The decimals of this unit, or as many more as it takes to tell two different numbers apart.
  private static func places(_ entry: MeasureDiff.Entry, _ unit: MetricUnit) -> Int {
    let usual =
      switch unit {
      case .points, .score: 1
      case .share, .probability: 3
      case .coefficient: 2
      case .count, .seconds: 0
      }
    guard let old = entry.before?.estimate, let new = entry.after?.estimate else { return usual }
    let most = FixedDecimal.publishedPlaces
    let differs = FixedDecimal.text(of: old) != FixedDecimal.text(of: new)
    return (usual...most).first { places in
      !differs || FixedDecimal.text(of: old, places: places) != FixedDecimal.text(of: new, places: places)
    } ?? most
  }

  private static func text(_ value: Double?, _ unit: MetricUnit, _ places: Int) -> String {
    guard let value else { return "—" }
    let number = FixedDecimal.text(of: value, places: places)
    return unit == .seconds ? number + " s" : number
  }

  /// The difference of what is displayed, so that a reader's subtraction agrees.
  private static func change(_ entry: MeasureDiff.Entry, _ unit: MetricUnit, _ places: Int) -> String {
    guard let old = entry.before?.estimate, let new = entry.after?.estimate else { return "" }
    let shown = [new, old].map { FixedDecimal.value(of: FixedDecimal.text(of: $0, places: places))! }
    let text = text(shown[0] - shown[1], unit, places)
    return shown[0] > shown[1] ? "+" + text : text
  }

  private static func remark(_ entry: MeasureDiff.Entry) -> String {
    guard !entry.differenceDiscloses else { return "hidden: \(DisclosureRule.flag)" }
    guard let before = entry.before else { return "new" }
    guard let after = entry.after else { return "gone" }
    var parts: [String] = []
    if before.n != after.n { parts.append("n \(NumberText.count(before.n)) -> \(NumberText.count(after.n))") }
    if before.reason != after.reason {
      parts.append("\(before.reason?.rawValue ?? "shown") -> \(after.reason?.rawValue ?? "shown")")
    }
    let isEstimateSame = before.published.numbers[0] == after.published.numbers[0]
    if parts.isEmpty && isEstimateSame && entry.kind == .changed { parts.append(unseen(before, after)) }
    return parts.joined(separator: ", ")
  }

  /// What differs where the estimate, n and reason do not.
  private static func unseen(_ before: Measure, _ after: Measure) -> String {
    let (old, new) = (before.published.numbers, after.published.numbers)
    return old[1...3] == new[1...3] ? "cases differ" : "interval differs"
  }
}
