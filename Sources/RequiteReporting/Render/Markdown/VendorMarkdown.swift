import RequiteModel

/// The section of one vendor in `report.md`: its families, cuts, trend and growth.
struct VendorMarkdown {
  let vendor: VendorReport
  let settings: Settings

  /// The section, without an empty line behind it.
  var text: String {
    var parts = ["## \(MarkdownText.escaped(vendor.shownName))\n"]
    parts += vendor.families.map { "### \($0.title)\n\n" + measures($0.measures) }
    parts += vendor.cuts.map(cut)
    if !vendor.trend.isEmpty { parts.append("### By period\n\n" + trend) }
    if !vendor.growth.isEmpty { parts.append("### \(MetricFamily.growth.title)\n\n" + growth) }
    return parts.joined(separator: "\n")
  }

  private func measures(_ measures: [Measure]) -> String {
    var table = MarkdownTable([
      .init("Measure"), .init("Value", isNumber: true), .init("95 %"), .init("Cases", isNumber: true),
      .init("n", isNumber: true), .init("Remark"),
    ])
    for measure in measures {
      table.add([
        measure.metric.title, measure.valueText, measure.intervalText ?? "", measure.casesText ?? "",
        NumberText.count(measure.n), Wording.remark(on: measure, in: vendor.window, settings: settings) ?? "",
      ])
    }
    return table.text
  }

  // MARK: Cells side by side

  private static let cellColumns: [MarkdownTable.Column] = [
    .init("Loyalty (NPS)", isNumber: true), .init("95 %"), .init("Returned", isNumber: true), .init("95 %"),
    .init("Responses", isNumber: true),
  ]

  private func cut(_ cut: DimensionCut) -> String {
    var table = MarkdownTable([.init("Level")] + VendorMarkdown.cellColumns + [.init("Remark")])
    for cell in cut.listed { table.add([Wording.level(cell.level)] + numbers(of: cell) + [remark(on: cell)]) }
    let rest = Wording.unlisted(in: cut).map { "\n\($0).\n" } ?? ""
    return "### By \(MarkdownText.escaped(cut.dimension))\n\n" + table.text + rest
  }

  private var trend: String {
    let text = TrendText(periods: vendor.trend)
    var columns = [.init("Period")] + VendorMarkdown.cellColumns
    if text.tellsChange { columns.append(.init("Change (95 %)")) }
    if text.tellsSignals { columns.append(.init("Signal")) }
    var table = MarkdownTable(columns + [.init("Remark")])
    for cell in vendor.trend {
      var cells = [cell.period] + numbers(of: cell)
      if text.tellsChange { cells.append(TrendText.change(of: cell)) }
      if text.tellsSignals { cells.append(TrendText.signal(of: cell)) }
      table.add(cells + [remark(on: cell)])
    }
    return table.text + (text.missingSignals(settings).map { "\n\($0).\n" } ?? "")
  }

  private func numbers(of cell: CellMeasures) -> [String] {
    [
      cell.loyalty?.valueText ?? "—", cell.loyalty?.intervalText ?? "", cell.returnedText(settings),
      cell.returned?.intervalText ?? "", cell.responsesText,
    ]
  }

  /// Why a number of a cell is missing.
  private func remark(on cell: CellMeasures) -> String {
    let missing = [cell.loyalty, cell.returned].compactMap { $0 }.first { $0.estimate == nil }
    return missing.flatMap { Wording.remark(on: $0, settings: settings) } ?? ""
  }

  // MARK: Growth

  private var growth: String {
    var table = MarkdownTable([
      .init("Year"), .init("Measure"), .init("Value", isNumber: true), .init("n", isNumber: true), .init("Remark"),
    ])
    for year in vendor.growth {
      for measure in year.measures.inReportOrder() {
        table.add([
          year.period, measure.metric.title, measure.valueText, NumberText.count(measure.n),
          Wording.remark(on: measure, settings: settings) ?? "",
        ])
      }
    }
    return table.text
  }
}
