import RequiteModel

/// How long customers wait for a first answer: a curve a vendor, or a curve a channel where there is one vendor.
struct WaitSection {
  let report: Report
  let vendors: [VendorReport]
  let tables: MeasureTables

  var figure: Figure? { figure(of: rows) }

  private func figure(of rows: [Row]) -> Figure? {
    WaitChart(title: "Still waiting for a first answer", lines: lines(rows), end: report.settings.curveCap).figure
  }

  var markup: Markup {
    let rows = self.rows
    guard rows.contains(where: { $0.cell["first_answer.median_seconds"]?.n ?? 0 > 0 }) else { return .empty }
    let (listed, rest) = tables.listed(rows)
    return """
      <section id="speed">
      <h2>How long people wait for a first answer</h2>
      \(note(rows))\(figure(of: rows)?.markup ?? .empty)\(table(listed).folded("Table: first answers"))\(rest)</section>

      """
  }

  /// A part of the data with its name and the curve, where it may be shown.
  private struct Row {
    let label: String
    let cell: CellMeasures
    let curve: WaitCurve?
    let target: Int64?
  }

  private var rows: [Row] {
    guard report.vendors.count == 1, let vendor = vendors.first else {
      return report.vendorsByGap.map { row($0.shownName, $0.window, of: $0, target: nil) }
    }
    let settings = report.settings
    let channels = vendor.cuts.first { $0.dimension == "channel" }?.levels ?? []
    let rows = channels.filter { $0["first_answer.median_seconds"] != nil }.map { cell in
      row(Wording.level(cell.level), cell, of: vendor, target: settings.targets[cell.level] ?? settings.defaultTarget)
    }
    return rows.isEmpty ? [row(vendor.shownName, vendor.window, of: vendor, target: nil)] : rows
  }

  private func row(_ label: String, _ cell: CellMeasures, of vendor: VendorReport, target: Int64?) -> Row {
    let curve = report.waits.first {
      $0.vendor.hasSameBytes(as: vendor.name) && $0.dimension.hasSameBytes(as: cell.dimension)
        && $0.level.hasSameBytes(as: cell.level)
    }
    let isHidden = cell["first_answer.median_seconds"]?.reason == .smallCell
    return Row(label: label, cell: cell, curve: isHidden ? nil : curve, target: target)
  }

  /// The curves drawn: of channels those of most threads, of vendors those with the worst gap.
  private func lines(_ rows: [Row]) -> [WaitChart.Line] {
    let known = rows.filter { $0.curve != nil }
    let chosen = report.vendors.count == 1 ? known.sorted { $0.curve!.count > $1.curve!.count } : known
    return chosen.prefix(WaitChart.mostLines).map { .init(label: $0.label, curve: $0.curve!, target: $0.target) }
  }

  private func note(_ rows: [Row]) -> Markup {
    let known = rows.count { $0.curve != nil }
    guard known > 0 else { return .empty }
    let which =
      known <= WaitChart.mostLines
      ? "" : report.vendors.count == 1 ? "The four channels of most threads. " : "The four vendors with the worst gap. "
    let promised = report.vendors.count == 1 ? " A ring marks when an answer was promised." : ""
    return """
      <p>\(which)The share still waiting, falling from 100\u{A0}%; hours are drawn by their logarithm. A small stroke: \
      some are not followed any further.\(promised)</p>

      """
  }

  // MARK: Table

  private func table(_ rows: [Row]) -> PageTable {
    let after = WaitCurve.moments.map { "Waiting after \(NumberText.duration($0))" }
    return PageTable(
      caption: "First answers, \(Wording.days(of: report.settings.eventWindow))",
      columns: [
        .init(report.vendors.count == 1 ? "Channel" : "Vendor"), .init("Threads", .number),
        .init("Half within", .number),
      ] + after.map { .init($0, .number) } + [.init("Remark")],
      rows: rows.map(line))
  }

  private static let shares = ["5m", "1h", "1d", "14d"]

  private func line(_ row: Row) -> [Markup] {
    let median = row.cell["first_answer.median_seconds"]
    let shares = WaitSection.shares.indices.map { index -> Markup in
      guard let share = row.cell["first_answer.share_\(WaitSection.shares[index])"]?.estimate else { return "—" }
      return "\(NumberText.percent(1 - share)) %\(atRisk(row, index))"
    }
    let remark = median.map { tables.remark($0) } ?? "Nothing to count"
    let count = median.flatMap { $0.reason == .smallCell ? nil : NumberText.count($0.n) } ?? "—"
    return ["\(name: row.label)", "\(count)", "\(median?.valueText ?? "—")"] + shares + ["\(remark)"]
  }

  /// How many are still followed: a percentage of few says little.
  ///
  /// Fewer than are ever shown are not counted.
  private func atRisk(_ row: Row, _ index: Int) -> Markup {
    guard let count = row.curve?.atRisk[index] else { return .empty }
    let least = max(1, report.settings.suppressionMinimum)
    let text = count < least ? "under \(NumberText.count(least))" : NumberText.count(count)
    return "<br><span class=\"muted\">\(text) followed</span>"
  }
}
