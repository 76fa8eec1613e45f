import RequiteModel

/// The one sentence a hurried reader takes away from a diff: how much, which way, and whose doing it was.
struct DiffHeadline {
  private let diff: VersionDiff
  private let entries: [VersionDiff.Entry]

  /// The headline of what is shown.
  init(_ diff: VersionDiff, _ entries: [VersionDiff.Entry]) {
    self.diff = diff
    self.entries = entries
  }

  /// The sentence without a full stop; names in it are outside text.
  var text: String {
    guard !entries.isEmpty else { return "No number changed" }
    if let counting { return counting }
    let vendors = Set(entries.map { Array($0.key.vendor.utf8) }).count
    guard let lead else { return "\(Wording.counted(entries.count, "number", "numbers")) changed" }
    let sentence = sentence(lead)
    return vendors == 1 ? sentence : "\(vendors) vendors changed; most of all: \(sentence)"
  }

  /// Where only the way of counting changed, nobody's loyalty did.
  private var counting: String? {
    let moved = diff.coordinates.moved
    guard !moved.isEmpty, moved.allSatisfy({ $0 == .configuration || $0 == .method }) else { return nil }
    let what = diff.coordinates.method.map { "method \($0.text)" } ?? settings
    return "The way we count changed (\(what)): \(Wording.counted(entries.count, "number differs", "numbers differ"))"
  }

  private var settings: String {
    let keys = diff.coordinates.configuration
    return keys.count == 1 ? keys[0].text : "\(keys.count) settings"
  }

  /// The loyalty that moved most, of whole vendors over the window.
  private var lead: VersionDiff.Entry? {
    let candidates = entries.filter {
      $0.key.metric == "loyalty.nps" && $0.key.dimension == "all" && $0.key.period == "window" && change($0) != nil
    }
    return candidates.max { (change($0)!.magnitude, $1.key) < (change($1)!.magnitude, $0.key) }
  }

  private func change(_ entry: VersionDiff.Entry) -> Double? {
    guard let before = entry.numbers.before?.estimate, let after = entry.numbers.after?.estimate else { return nil }
    return after - before
  }

  private func sentence(_ entry: VersionDiff.Entry) -> String {
    let name = "Loyalty (NPS) of \(entry.key.vendor)"
    let change = change(entry)!
    let points = String(entry.changeText.drop { $0 == "-" || $0 == "+" })
    if let restated = entry.restated, mostly(restated, of: change) {
      return change.sign == restated.change.sign && restated.change.magnitude <= change.magnitude
        ? "\(name) \(verb(change)) \(points) points; \(unsigned(restated.changeText)) of them correct earlier nights"
        : "\(name): what read \(entry.beforeText) now reads \(restated.endText)"
    }
    if entry.step(.period)?.flag == .withinNoise,
      entry.restated.map({ FixedDecimal.millionths($0.change) == 0 }) ?? true
    {
      return "\(name) is about the same (\(entry.nowText), a change smaller than chance)"
    }
    let cause = mainCause(entry).map { ", mostly \($0)" } ?? ""
    return "\(name) \(verb(change)) \(points) points\(cause)"
  }

  private func verb(_ change: Double) -> String { change < 0 ? "fell" : "rose" }

  private func unsigned(_ text: String) -> String { String(text.drop { $0 == "-" || $0 == "+" }) }

  /// Whether the restatement is at least half of all that happened.
  private func mostly(_ step: ShownStep, of change: Double) -> Bool {
    step.change != 0 && 2 * step.change.magnitude >= change.magnitude
  }

  /// The cause with at least half of the change, in its direction.
  private func mainCause(_ entry: VersionDiff.Entry) -> String? {
    guard let change = change(entry) else { return nil }
    let parts = entry.steps.flatMap(\.parts)
    let main = parts.max { $0.value * change < $1.value * change }
    return main.flatMap { $0.value * change > 0 && 2 * $0.value.magnitude >= change.magnitude ? $0.name.text : nil }
  }
}
