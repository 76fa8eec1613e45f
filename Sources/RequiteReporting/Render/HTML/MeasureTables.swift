import RequiteModel

/// Tables of measures: a family of one cell, years of revenue, and cells side by side.
struct MeasureTables {
  let settings: Settings

  /// One line a metric, under its name in words and in `measures.csv`.
  func family(_ family: FamilyTable, of vendor: VendorReport) -> PageTable {
    PageTable(
      caption: "\(family.title), \(vendor.name), \(Wording.period(of: settings))",
      columns: [
        .init("Measure"), .init("Value", .number), .init("95 % interval", .whole), .init("Cases", .whole),
        .init("n", .number), .init("Remark"),
      ],
      rows: family.measures.map { line($0, in: vendor.window) })
  }

  private func line(_ measure: Measure, in cell: CellMeasures) -> [Markup] {
    [
      name(of: measure), "\(number: measure.valueText)", "\(number: measure.intervalText ?? "")",
      "\(measure.casesText ?? "")", "\(NumberText.count(measure.n))",
      "\(Wording.remark(on: measure, in: cell, settings: settings) ?? "")",
    ]
  }

  /// Revenue year by year: one line a year and metric.
  func growth(of vendor: VendorReport) -> PageTable {
    PageTable(
      caption: "\(MetricFamily.growth.title), \(vendor.name)",
      columns: [.init("Year"), .init("Measure"), .init("Value", .number), .init("n", .number), .init("Remark")],
      rows: vendor.growth.flatMap { year in
        year.measures.inReportOrder().map { measure -> [Markup] in
          [
            "\(year.period)", name(of: measure), "\(number: measure.valueText)", "\(NumberText.count(measure.n))",
            "\(remark(measure))",
          ]
        }
      })
  }

  private func name(of measure: Measure) -> Markup {
    "\(measure.metric.title)<br><code>\(measure.key.metric)</code>"
  }

  // MARK: Cells side by side

  private static let cellColumns: [PageTable.Column] = [
    .init("Loyalty (NPS)", .number), .init("95 % interval", .whole), .init("Returned", .number),
    .init("95 % interval", .whole), .init("Responses", .number),
  ]

  /// One line a cell: given, returned, responses and why something is missing.
  func cells(_ cells: [(label: String, cell: CellMeasures)], heading: String, caption: String) -> PageTable {
    PageTable(
      caption: caption, columns: [.init(heading)] + MeasureTables.cellColumns + [.init("Remark")],
      rows: cells.map { ["\($0.label)"] + numbers(of: $0.cell) + ["\(remark(on: $0.cell))"] })
  }

  /// One line a trend period, with its change on the one before and the signals of the charts where there are any.
  func trend(of vendor: VendorReport) -> PageTable {
    let text = TrendText(periods: vendor.trend)
    let changes: [PageTable.Column] = text.tellsChange ? [.init("Change (95 %)", .whole)] : []
    let signals: [PageTable.Column] = text.tellsSignals ? [.init("Signal")] : []
    return PageTable(
      caption: "By period, \(vendor.name)",
      columns: [.init("Period")] + MeasureTables.cellColumns + changes + signals + [.init("Remark")],
      rows: vendor.trend.map { cell in
        let change: Markup = "\(number: TrendText.change(of: cell))"
        let signal: Markup = "<strong>\(TrendText.signal(of: cell))</strong>"
        return ["\(cell.period)"] + numbers(of: cell) + changes.map { _ in change } + signals.map { _ in signal }
          + ["\(remark(on: cell))"]
      })
  }

  private func numbers(of cell: CellMeasures) -> [Markup] {
    [
      "\(number: cell.loyalty?.valueText ?? "—")", "\(number: cell.loyalty?.intervalText ?? "")",
      "\(number: cell.returnedText(settings))", "\(number: cell.returned?.intervalText ?? "")",
      "\(cell.responsesText)",
    ]
  }

  /// Why loyalty or the index of `cell` is missing; empty where both are there.
  func remark(on cell: CellMeasures) -> String {
    let missing = [("Loyalty", cell.loyalty), ("Returned", cell.returned)].compactMap { name, measure in
      measure.flatMap { $0.estimate == nil ? (name, remark($0)) : nil }
    }
    if missing.count == 2 && missing[0].1 == missing[1].1 { return missing[0].1 }
    return missing.map { "\($0.0): \($0.1)" }.joined(separator: ". ")
  }

  /// Why `cell` has no bar of promoters and detractors.
  func reasonForNoBar(_ cell: CellMeasures) -> String {
    cell.loyalty.flatMap { Wording.shortRemark(on: $0, settings: settings) } ?? "Not shown"
  }

  /// The same for a chart.
  func shortRemark(_ measure: Measure) -> String {
    Wording.shortRemark(on: measure, settings: settings) ?? ""
  }

  /// What `measure`'s reason means; empty where it needs no remark.
  func remark(_ measure: Measure) -> String {
    Wording.remark(on: measure, settings: settings) ?? ""
  }
}
