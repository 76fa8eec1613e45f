import RequiteModel

/// The diff for a pull request or a chat: a title with the verdict, one table, the causes folded away.
///
/// Never longer than asked for: rows that do not fit are left out whole, everything that was opened is closed, and the last
/// line says how many rows are missing and where they are.
public struct DiffMarkdown {
  /// A comment on the usual platforms holds 65,536 characters; this leaves room for what surrounds it.
  public static let usualMaximum = 60_000
  /// Less than this does not hold the frame.
  public static let leastMaximum = 4_000

  private let diff: VersionDiff
  private let entries: [VersionDiff.Entry]
  private let selection: DiffSelection
  private let verdict: GateVerdict?
  private let segments: [SegmentTable]
  private let rows: [RowTable]

  /// Lays out what `selection` chooses of `diff`, with whatever was asked for beside it.
  public init(
    _ diff: VersionDiff, _ selection: DiffSelection = DiffSelection(), verdict: GateVerdict? = nil,
    segments: [SegmentTable] = [], rows: [RowTable] = []
  ) {
    self.diff = diff
    self.selection = selection
    self.verdict = verdict
    self.segments = segments
    self.rows = rows
    entries = DiffPlace.vendors(of: diff.entries.filter(selection.contains)).flatMap { $0.flatMap(\.entries) }
  }

  /// The text, of at most `maximum` bytes, at least `leastMaximum`; empty where no number differs.
  public func text(maximum: Int = usualMaximum) -> String {
    guard !entries.isEmpty else { return "" }
    var page = CappedMarkdown(maximum: max(maximum, DiffMarkdown.leastMaximum), last: lastLine)
    page.add(head)
    page.add(table)
    for section in [tripped, causes, settings, dumps] + segments.map(segment) + rows.map(rowTable) {
      if let section { page.add(section) }
    }
    if let check = DiffRemarks(diff, selection).check { page.add(CappedMarkdown.Section(rows: ["", check])) }
    return page.text
  }

  private func lastLine(_ leftOut: Int) -> String {
    let command = code("requite-diff \(diff.before) \(diff.after) --format html")
    return "\(NumberText.count(Int64(leftOut))) rows are left out here; \(command) has them all."
  }

  // MARK: Sections

  private var head: CappedMarkdown.Section {
    let title = TerminalText.cut(DiffHeadline(diff, entries).text, to: 160)
    let origin = "\(code(diff.before)) .. \(code(diff.after)), \(MarkdownText.escaped(diff.period))"
    let coordinates = CoordinateText.lines(of: diff).map { line in
      let detail = line.detail.isEmpty ? "" : ": " + cell(line.detail)
      return "- \(line.coordinate.rawValue) \(line.state == "same" ? "same" : "**\(line.state)**")\(detail)"
    }
    let remarks = DiffRemarks(diff, selection).lines.map { "- \(cell($0))" }
    return CappedMarkdown.Section(
      rows: ["# \(MarkdownText.escaped(title))", "", origin, ""] + coordinates + remarks)
  }

  private var table: CappedMarkdown.Section {
    let several = Set(entries.map { Array($0.key.vendor.utf8) }).count > 1
    let names = (several ? ["vendor"] : []) + ["metric", "before", "now", "change", "flag"]
    let rule = names.map { ["before", "now", "change"].contains($0) ? "---:" : "---" }
    let rows = entries.map { entry -> String in
      let place = DiffPlace.place(of: entry.key)
      let metric = entry.metric.title + (place.isEmpty ? "" : " (\(place))")
      let shown = ShownEntry(entry, only: selection.step)
      let flags = shown.steps.compactMap(\.flag).map(\.standaloneText) + (entry.remark.isEmpty ? [] : [entry.remark])
      let cells =
        (several ? [entry.key.vendor] : [])
        + [metric, shown.before, shown.now, shown.change, flags.joined(separator: ", ")]
      return row(cells)
    }
    return CappedMarkdown.Section(opening: ["", row(names), "| " + rule.joined(separator: " | ") + " |"], rows: rows)
  }

  private var causes: CappedMarkdown.Section? {
    let split = entries.filter { !$0.steps.isEmpty }
    guard !split.isEmpty else { return nil }
    let rows = split.flatMap { entry -> [String] in
      let name = [entry.key.vendor, DiffPlace.place(of: entry.key), entry.metric.title].filter { !$0.isEmpty }
      let shown = ShownEntry(entry, only: selection.step)
      return [row([name.joined(separator: ", "), shown.before, "", "", ""])] + shown.steps.flatMap(causeRows)
    }
    return folded(
      "Why: \(Wording.counted(split.count, "number", "numbers")), cause by cause",
      ["number, step, cause", "reads", "change", "rows", "flag"], rows)
  }

  private func causeRows(_ step: ShownStep) -> [String] {
    let noise = step.marginText.map { "+/- \($0)" } ?? ""
    let flag = [noise, step.flag?.text ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    return [row(["– \(step.title)", step.endText, step.changeText, "", flag])]
      + step.parts.map { part in
        row(["– – \(part.name.text)", "", part.text, ShownRows.text(part, diff.minimum), ""])
      }
  }

  private var settings: CappedMarkdown.Section? {
    let changes = diff.coordinates.configuration
    guard !changes.isEmpty else { return nil }
    return CappedMarkdown.Section(
      opening: ["", "<details><summary>Configuration: \(Wording.counted(changes.count, "key", "keys"))</summary>", ""],
      rows: changes.map { "- \(cell($0.text))" }, closing: ["", "</details>"])
  }

  private var dumps: CappedMarkdown.Section? {
    let changes = diff.coordinates.dumps
    guard !changes.isEmpty else { return nil }
    let rows = changes.map { change in
      row([
        change.name, change.kind.rawValue, change.before.map { NumberText.count($0.accepted) } ?? "",
        change.after.map { NumberText.count($0.accepted) } ?? "",
      ])
    }
    return folded("Dumps: \(changes.count) differ", ["dump", "what", "rows before", "rows now"], rows)
  }

  private var tripped: CappedMarkdown.Section? {
    guard let verdict, !verdict.trips.isEmpty else { return nil }
    let rows = verdict.trips.map { "- **\($0.level.rawValue)** \(cell($0.text)) (line \($0.line))" }
    return CappedMarkdown.Section(opening: ["", "Thresholds:", ""], rows: rows)
  }

  private func segment(_ table: SegmentTable) -> CappedMarkdown.Section? {
    let rows = table.levels.map { level in
      row([
        Wording.level(level.name), "\(NumberText.percent(level.shares.before)) %",
        "\(NumberText.percent(level.shares.now)) %", level.values.before, level.values.now, level.rate.text,
        level.mix.text,
      ])
    }
    let sum = row(["all", "", "", "", table.changeText, table.rate.text, table.mix.text])
    let title = "\(table.key.vendor), \(Metric(named: table.key.metric).title) by \(table.dimension)"
    return folded(
      "\(title): another cut of the same change, never to be added to its causes",
      [table.dimension, "share before", "share now", "before", "now", "rate", "mix"], rows + [sum])
  }

  private func rowTable(_ table: RowTable) -> CappedMarkdown.Section? {
    let rows = table.lines.map { line in
      row([
        line.row.pseudonym, line.row.what, line.row.cause.text, line.row.before ?? "-", line.row.after ?? "-",
        line.text,
      ])
    }
    let title = "\(table.key.vendor), \(Metric(named: table.key.metric).title)"
    return folded("Rows: \(title)", ["row", "what", "cause", "before", "now", "change"], rows)
  }

  // MARK: Pieces

  private func folded(_ summary: String, _ columns: [String], _ rows: [String]) -> CappedMarkdown.Section {
    let rule = columns.map { _ in "---" }
    return CappedMarkdown.Section(
      opening: [
        "", "<details><summary>\(Markup.text(of: summary))</summary>", "", row(columns),
        "| " + rule.joined(separator: " | ") + " |",
      ], rows: rows, closing: ["", "</details>"])
  }

  private func row(_ cells: [String]) -> String {
    "| " + cells.map(cell).joined(separator: " | ") + " |"
  }

  private func cell(_ text: String) -> String { MarkdownText.escaped(TerminalText.cut(text, to: 200)) }

  private func code(_ text: String) -> String {
    let plain = VisibleText.of(text).map { $0 == "`" || $0 == "\n" ? "'" : $0 }
    return "`\(TerminalText.cut(String(plain), to: 120))`"
  }
}
