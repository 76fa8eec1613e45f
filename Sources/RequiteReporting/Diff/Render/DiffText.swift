import RequiteModel

/// The diff for a terminal: what moved, then vendor by vendor what every number did and why.
///
/// ASCII but for names, which are shown as they are. Nothing at all where both versions are the same.
public struct DiffText {
  private let diff: VersionDiff
  private let selection: DiffSelection
  private let beside: [String]
  private let ink: TerminalInk

  /// Lays out what `selection` chooses of `diff`, with whatever was asked for beside it; `color` where a terminal shows
  /// ANSI colours.
  public init(
    _ diff: VersionDiff, _ selection: DiffSelection = DiffSelection(), verdict: GateVerdict? = nil,
    segments: [SegmentTable] = [], rows: [RowTable] = [], color: Bool = false
  ) {
    self.diff = diff
    self.selection = selection
    ink = TerminalInk(isOn: color)
    let besides = BesideText(ink: ink)
    beside = segments.flatMap(besides.lines) + rows.flatMap(besides.lines) + (verdict.map(besides.lines) ?? [])
  }

  /// The diff as plain text with a final newline, or an empty text where no number differs.
  ///
  /// A part of a vendor that is new or gone as a whole, such as the first days of a month, takes one line.
  public var text: String {
    let entries = diff.entries.filter(selection.contains)
    guard !entries.isEmpty else { return "" }
    let blocks = DiffPlace.vendors(of: entries).flatMap(block)
    return (DiffHead(diff, ink).lines + unseen + blocks + beside + check).map { $0.withoutTrailingBlanks + "\n" }
      .joined()
  }

  // MARK: Head

  /// How many numbers there are, how many are hidden or stand elsewhere, and why causes are missing.
  private var unseen: [String] {
    let kinds: [MeasureDiff.Kind] = [.changed, .added, .removed, .unchanged]
    let counts = kinds.map { "\(NumberText.count(Int64(diff.numbers.count($0)))) \($0.rawValue)" }
    return [counts.joined(separator: ", ")] + remarks.map { "  " + $0 }
  }

  private var remarks: [String] {
    DiffRemarks(diff, selection, hint: "causes of a number that has none below: --metric NAME").lines
  }

  // MARK: Vendors

  private func block(_ places: [DiffPlace]) -> [String] {
    let name = TerminalText.padded(VisibleText.of(places[0].vendor), to: 36)
    let columns = ["before", "now", "change"].map { TerminalText.padded($0, to: 12, isRight: true) }.joined()
    let heading = ink.strong(name) + ink.faint(columns + "   noise (95 %)    flag")
    return ["", heading] + places.flatMap(lines)
  }

  private func lines(_ place: DiffPlace) -> [String] {
    if !selection.showsUnchanged, !place.place.isEmpty, let kind = place.onlyKind {
      let count = Wording.counted(place.entries.count, "number", "numbers")
      return ["  \(place.place): \(kind == .added ? "new" : "gone"), \(count)"]
    }
    return (place.place.isEmpty ? [] : ["  " + place.place]) + place.entries.flatMap(lines)
  }

  private func lines(_ entry: VersionDiff.Entry) -> [String] {
    let name = "  " + VisibleText.of(entry.key.metric)
    let shown = ShownEntry(entry, only: selection.step)
    let (numbers, steps) = ([shown.before, shown.now, shown.change], shown.steps)
    let isExplained = selection.explains(entry.key.metric)
    let flags = isExplained ? [] : steps.compactMap(\.flag).filter { $0 != .withinNoise }.map(\.standaloneText)
    let remark = ([entry.remark] + flags).filter { !$0.isEmpty }.joined(separator: ", ")
    return [line(name, numbers, remark)] + (isExplained ? steps.flatMap(lines) : [])
  }

  private func lines(_ step: ShownStep) -> [String] {
    let noise = step.marginText.map { "+/- \($0)" } ?? (step.coordinates == [.period] ? "" : "not sampling")
    let remark = TerminalText.padded(noise, to: 16) + (step.flag?.text ?? "")
    let head = line("    " + step.title, ["", step.endText, step.changeText], remark)
    return [head]
      + step.parts.map { part in
        line("      " + VisibleText.of(part.name.text), ["", "", part.text], ShownRows.text(part, diff.minimum))
      }
  }

  private func line(_ name: String, _ cells: [String], _ remark: String) -> String {
    let numbers = cells.map { TerminalText.padded($0, to: 12, isRight: true) }.joined()
    let text = TerminalText.padded(name, to: 36) + numbers + (remark.isEmpty ? "" : "   " + remark)
    let trimmed = text.withoutTrailingBlanks
    if cells[2].hasPrefix("+") { return ink.up(trimmed) }
    return cells[2].hasPrefix("-") ? ink.down(trimmed) : trimmed
  }

  // MARK: Check

  /// Whether causes add up: printed with every split, because a split that does not add up is none.
  private var check: [String] {
    DiffRemarks(diff, selection).check.map { ["", $0] } ?? []
  }
}

/// How many rows stand behind a part, in words.
enum ShownRows {
  static func text(_ part: ShownPart, _ minimum: Int64) -> String {
    let rows =
      part.hasFewRows
      ? "under \(NumberText.count(minimum)) rows"
      : part.rows.map { "\(NumberText.count($0)) \($0 == 1 ? "row" : "rows")" } ?? ""
    let range = part.range.map { "\($0.text) in other orders" } ?? ""
    return [rows, range].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
