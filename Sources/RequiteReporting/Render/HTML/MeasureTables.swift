import RequiteModel

/// Tables of measures: a family of one cell, years of revenue, and cells side by side.
struct MeasureTables {
  let settings: Settings

  /// So many levels have a bar, those with most responses.
  static let mostBars = 8
  /// So many rows of vendors or segments have a table of the page.
  static let mostListed = 40

  /// The first of `rows`, and a line on how many more there are.
  func listed<Row>(_ rows: [Row], most: Int = mostListed) -> (shown: [Row], rest: Markup) {
    let hidden = rows.count - most
    guard hidden > 0 else { return (rows, .empty) }
    return (
      Array(rows.prefix(most)),
      "<p class=\"muted small\">\(NumberText.count(Int64(hidden))) more in measures.csv.</p>\n"
    )
  }

  /// A line on the levels that a table leaves out.
  func rest(of cut: DimensionCut) -> Markup {
    Wording.unlisted(in: cut).map { "<p class=\"muted small\">\($0).</p>\n" } ?? .empty
  }

  /// The components with their weights.
  func components(of vendor: VendorReport) -> PageTable {
    let measures = Component.allCases.compactMap { component in
      vendor.window[component.metric].map { (component, $0) }
    }
    return PageTable(
      caption: "Components of loyalty returned, \(vendor.name), \(Wording.period(of: settings))",
      columns: [
        .init("Component"), .init("Weight", .number), .init("Share", .number), .init("95 % interval", .whole),
        .init("Cases", .whole), .init("Was", .number), .init("Remark"),
      ],
      rows: measures.map { component, measure in
        [
          "\(measure.metric.title)", "\(NumberText.count(settings.leafWeights[component.index]))",
          "\(measure.valueText)", "\(measure.intervalText ?? "")", "\(measure.casesText ?? "")",
          "\(vendor.before?[component.metric]?.valueText ?? "")", "\(remark(measure))",
        ]
      })
  }

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
      rows: cells.map { ["\(name: $0.label)"] + numbers(of: $0.cell) + ["\(remark(on: $0.cell))"] })
  }

  /// One line a trend period, with its change on the one before and the signals of the charts where there are any.
  func trend(of vendors: [VendorReport], isNamed: Bool) -> PageTable {
    let texts = vendors.map { TrendText(periods: $0.trend) }
    let names: [PageTable.Column] = isNamed ? [.init("Vendor")] : []
    let changes: [PageTable.Column] = texts.contains(where: \.tellsChange) ? [.init("Change (95 %)", .whole)] : []
    let isRestated = vendors.contains { vendor in vendor.trend.contains { !restated($0, of: vendor).text.isEmpty } }
    let was: [PageTable.Column] = isRestated ? [.init("Was")] : []
    let signals: [PageTable.Column] = texts.contains(where: \.tellsSignals) ? [.init("Signal")] : []
    return PageTable(
      caption: "By period" + (isNamed ? "" : vendors.map { ", \($0.name)" }.joined()),
      columns: [.init("Period")] + names + MeasureTables.cellColumns + was + changes + signals
        + [.init("Remark")],
      rows: vendors.flatMap { vendor in
        vendor.trend.map { cell -> [Markup] in
          let change: Markup = "\(number: TrendText.change(of: cell))"
          let signal: Markup = "<strong>\(TrendText.signal(of: cell))</strong>"
          let leading: [Markup] = ["\(cell.period)"] + names.map { _ in "\(name: vendor.name)" }
          return leading + numbers(of: cell) + was.map { _ in restated(cell, of: vendor) } + changes.map { _ in change }
            + signals.map { _ in signal }
            + ["\(remark(on: cell))"]
        }
      })
  }

  /// Both numbers of a period as the version before had them: `NPS 12.0, returned 45.1`; empty where they read the same.
  private func restated(_ cell: CellMeasures, of vendor: VendorReport) -> Markup {
    let parts = [
      ("NPS", vendor.restated(cell) { $0.loyalty }), ("returned", vendor.restated(cell) { $0.returned }),
    ].compactMap { name, measure in measure.map { "\(name) \($0.valueText)" } }
    return "\(number: parts.joined(separator: ", "))"
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
