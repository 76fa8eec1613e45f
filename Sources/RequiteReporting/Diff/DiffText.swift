import RequiteModel

/// What `requite-diff A B` prints: one line a number, vendor by vendor; nothing when all are equal.
public enum DiffText {
  /// The diff as plain text with a final newline, or an empty text where there is nothing to say.
  ///
  /// A part of a vendor that is new or gone as a whole, such as the first days of a month, takes one line.
  ///
  /// - Parameters:
  ///   - diff: The comparison.
  ///   - before: The earlier version's id.
  ///   - after: The later version's id.
  ///   - all: Whether to show every number, unchanged ones too.
  ///   - color: Whether the terminal shows ANSI colours.
  public static func text(
    of diff: MeasureDiff, from before: String, to after: String, all: Bool = false, color: Bool = false
  ) -> String {
    let ink = TerminalInk(isOn: color)
    let blocks = DiffPart.vendors(of: diff).map { block($0, all, ink) }.filter { !$0.isEmpty }
    guard !blocks.isEmpty else { return "" }
    let title = ink.strong("\(VisibleText.of(before)) .. \(VisibleText.of(after))")
    return ([title, counts(diff)] + hidden(diff) + blocks.flatMap { $0 }).map { $0 + "\n" }.joined()
  }

  private static func counts(_ diff: MeasureDiff) -> String {
    let kinds: [MeasureDiff.Kind] = [.changed, .added, .removed, .unchanged]
    return kinds.map { "\(NumberText.count(Int64(diff.count($0)))) \($0.rawValue)" }.joined(separator: ", ")
  }

  /// How many numbers are hidden, and why.
  private static func hidden(_ diff: MeasureDiff) -> [String] {
    guard let rule = diff.rule, diff.hiddenCount > 0 else { return [] }
    return ["\(NumberText.count(Int64(diff.hiddenCount))) of them hidden, \(rule.explanation)"]
  }

  private static func block(_ parts: [DiffPart], _ all: Bool, _ ink: TerminalInk) -> [String] {
    let lines = parts.flatMap { part($0, all, ink) }
    guard !lines.isEmpty else { return [] }
    let heading = line("", ["before", "now", "change"], "")
    return ["", ink.strong(VisibleText.of(parts[0].vendor)), ink.faint(heading)] + lines
  }

  private static func part(_ part: DiffPart, _ all: Bool, _ ink: TerminalInk) -> [String] {
    let shown = part.entries.filter { all || $0.kind != .unchanged }
    guard !shown.isEmpty else { return [] }
    if !all, !part.place.isEmpty, let kind = part.onlyKind {
      return [
        "  \(part.place): \(kind == .added ? "new" : "gone"), \(Wording.counted(shown.count, "number", "numbers"))"
      ]
    }
    return (part.place.isEmpty ? [] : ["  " + part.place]) + shown.map { line(of: $0, ink) }
  }

  private static func line(of entry: MeasureDiff.Entry, _ ink: TerminalInk) -> String {
    let cells = ChangeText(entry)
    let text = line(VisibleText.of(entry.key.metric), [cells.before, cells.now, cells.change], cells.remark)
    if cells.change.hasPrefix("+") { return ink.up(text) }
    return cells.change.hasPrefix("-") ? ink.down(text) : text
  }

  private static func line(_ metric: String, _ cells: [String], _ remark: String) -> String {
    let numbers = cells.map { TerminalText.padded($0, to: 12, isRight: true) }.joined()
    let text = "    " + TerminalText.padded(metric, to: 30) + numbers + (remark.isEmpty ? "" : "   " + remark)
    return String(text.reversed().drop { $0 == " " }.reversed())
  }
}
