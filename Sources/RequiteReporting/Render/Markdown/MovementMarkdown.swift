import RequiteModel

/// What moved since the version before, in `report.md`: a line a leading number, and the sentences a reader must know.
struct MovementMarkdown {
  let report: Report

  /// So many vendors have lines, those with the worst gap.
  static let mostVendors = 10

  /// The section, without an empty line behind it; `nil` for a report without a version before.
  var text: String? {
    guard let previous = report.previous else { return nil }
    let remarks = MovementRemarks(of: report).lines.map { "\(MarkdownText.escaped($0)).\n" }
    let command = "make diff FROM=\(plain(previous.version)) TO=\(plain(report.version))"
    let parts = ["## Why the numbers moved\n"] + remarks + [table, "Every number that changed: `\(command)`.\n"]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var table: String {
    let known = report.vendorsByGap.filter { $0.before != nil }
    guard !known.isEmpty else {
      return (report.movement?.numbers.hiddenCount ?? 0) > 0 ? "" : "No vendor was in the version before.\n"
    }
    let shown = known.prefix(MovementMarkdown.mostVendors)
    let lines = shown.flatMap { vendor in MovementLine.lines(of: vendor, in: report).map { (vendor.shownName, $0) } }
    let isRestated = lines.contains { $0.1.restated != nil }
    let restated: [MarkdownTable.Column] = isRestated ? [.init("Restated", isNumber: true)] : []
    var table = MarkdownTable(
      [.init("Vendor"), .init("Number"), .init("Before", isNumber: true)] + restated
        + [.init("Now", isNumber: true), .init("Change", isNumber: true), .init("Remark")])
    for (name, line) in lines {
      table.add(
        [name, line.title, line.before?.valueText ?? "—"] + restated.map { _ in line.restated ?? "" }
          + [line.now?.valueText ?? "—", line.change, line.remark])
    }
    let hidden = known.count - shown.count
    return table.text + (hidden > 0 ? "\n\(Wording.counted(hidden, "more vendor", "more vendors")) in the page.\n" : "")
  }

  /// An id within a span of code, where nothing can be escaped.
  private func plain(_ id: String) -> String { String(VisibleText.of(id).filter { $0 != "`" && $0 != "|" }) }
}
