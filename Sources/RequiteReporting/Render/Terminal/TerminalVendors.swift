import RequiteModel

/// The vendors of a terminal summary: a card each while they fit on a screen, then a line each.
struct TerminalVendors {
  let ink: TerminalInk
  let settings: Settings
  let courses: TerminalCourses?

  private static let mostCards = 6
  private static let mostLines = 24

  /// One block for each card, or one for the whole table.
  func blocks(of vendors: [VendorReport]) -> [[String]] {
    if vendors.isEmpty { return [["  No vendor has data in this period."]] }
    return vendors.count <= TerminalVendors.mostCards ? vendors.map(card) : [table(vendors)]
  }

  // MARK: Cards

  private func card(_ vendor: VendorReport) -> [String] {
    var lines = heading(vendor)
    lines += self.lines("Loyalty (NPS)", vendor.window.loyalty, vendor.before?.loyalty, .loyalty)
    lines += self.lines("Loyalty returned", vendor.window.returned, vendor.before?.returned, .returned)
    if let course = courses?.line(of: vendor.name) { lines.append(ink.faint("    " + course)) }
    if let gap = Wording.gap(in: vendor.window, settings) {
      lines += TerminalText.wrapped(gap.prefix(1).lowercased() + gap.dropFirst(), to: 72).map { ink.faint("    " + $0) }
    }
    if let weakest = vendor.window.weakestComponent, let cases = weakest.casesText {
      lines.append(ink.faint("    weakest: \(weakest.metric.title), \(cases) (\(weakest.valueText))"))
    }
    return lines
  }

  /// The name and, at the right edge or on a line of their own, the counts.
  private func heading(_ vendor: VendorReport) -> [String] {
    let name = TerminalText.cut(VisibleText.of(vendor.shownName), to: 76)
    let counts = self.counts(vendor.window)
    let gap = 76 - TerminalText.width(name) - counts.utf8.count
    guard gap >= 2 else { return ["  " + ink.strong(name), "    " + ink.faint(counts)] }
    return ["  " + ink.strong(name) + String(repeating: " ", count: gap) + ink.faint(counts)]
  }

  /// Both counts are ASCII, so that bytes are columns.
  private func counts(_ window: CellMeasures) -> String {
    var parts = [window.responses.map { "\(NumberText.count($0)) responses" } ?? "responses not shown"]
    if let cases = window["reciprocity.answered"]?.casesText { parts.append("\(cases) threads answered") }
    return parts.joined(separator: ", ")
  }

  private func lines(_ label: String, _ now: Measure?, _ before: Measure?, _ scale: TerminalScale) -> [String] {
    let start = "    " + TerminalText.padded(label, to: 17)
    guard let now, let estimate = now.estimate else {
      let remark = now.flatMap { Wording.shortRemark(on: $0, settings: settings) } ?? "Nothing to count"
      // What does not fit goes on below.
      let words = TerminalText.wrapped(remark, to: 51).map { ink.faint($0) }
      let margin = String(repeating: " ", count: 29)
      return [start + "     —  " + (words.first ?? "")] + words.dropFirst().map { margin + $0 }
    }
    let drawing = scale.drawing(estimate, low: now.low, high: now.high)
    let interval = TerminalText.padded(now.intervalText ?? "", to: 16)
    let was = before?.estimate.map { "was \(NumberText.points($0))" } ?? ""
    let value = TerminalText.padded(now.valueText, to: 6, isRight: true)
    let line = start + ink.strong(value) + "  " + painted(drawing, estimate, scale) + "  "
    return [line + (was.isEmpty ? ink.faint(now.intervalText ?? "") : ink.faint(interval + "  " + was))]
  }

  private func painted(_ drawing: String, _ estimate: Double, _ scale: TerminalScale) -> String {
    estimate >= (scale.from + scale.to) / 2 ? ink.up(drawing) : ink.down(drawing)
  }

  // MARK: Table

  private func table(_ vendors: [VendorReport]) -> [String] {
    let heading = row(["vendor", "NPS", "95 %", "returned", "95 %", "responses"])
    let shown = vendors.prefix(TerminalVendors.mostLines)
    var lines = [ink.faint(heading)] + shown.map(row)
    if vendors.count > TerminalVendors.mostLines {
      lines.append(ink.faint("  and \(vendors.count - TerminalVendors.mostLines) more, in the report"))
    }
    if shown.contains(where: { !$0.window.missingComponents(settings).isEmpty }) {
      lines.append(ink.faint("  * partial: without components of too few cases"))
    }
    return lines
  }

  private func row(_ vendor: VendorReport) -> String {
    let (given, returned) = (vendor.window.loyalty, vendor.window.returned)
    let mark = vendor.window.missingComponents(settings).isEmpty ? "" : "*"
    return row([
      VisibleText.of(vendor.shownName), given?.valueText ?? "—", given?.intervalText ?? "",
      (returned?.valueText ?? "—") + mark, returned?.intervalText ?? "", vendor.window.responsesText,
    ])
  }

  private func row(_ cells: [String]) -> String {
    let name = TerminalText.padded(TerminalText.cut(cells[0], to: 19), to: 19)
    let given = TerminalText.padded(cells[1], to: 7, isRight: true) + "  " + TerminalText.padded(cells[2], to: 15)
    let returned = TerminalText.padded(cells[3], to: 9, isRight: true) + "  " + TerminalText.padded(cells[4], to: 13)
    return "  " + name + given + returned + TerminalText.padded(cells[5], to: 10, isRight: true)
  }
}
