import RequiteModel

/// Loyalty given against loyalty returned: vendors, or the levels of one vendor.
struct BalanceSection {
  let report: Report
  let vendors: [VendorReport]
  let tables: MeasureTables

  var figure: Figure? {
    BalanceChart(title: "Loyalty given and returned", dots: cells.compactMap(dot), cut: cut).figure
  }

  /// From which index on customers are well treated.
  private var cut: Double { Double(report.settings.returnedCut) / 10 }

  var markup: Markup {
    guard let figure else { return .empty }
    let whose =
      report.vendors.count == 1 && isCut ? "Each dot is a part of the vendor's customers" : "Each dot is a vendor"
    return """
      <section id="balance">
      <h2>Loyalty given and returned</h2>
      <p>\(whose), as large as its answers are many. Right of the middle line more recommend than warn; below an index of \
      \(FixedDecimal.text(of: cut, places: 0)) customers are not well treated. Bottom right is where to act.</p>
      \(figure.markup)\(table.folded("Table: loyalty given and returned"))\(rest)</section>

      """
  }

  /// Whether the parts of one vendor are shown: two of them at least.
  private var isCut: Bool {
    report.vendors.count == 1 && (vendors.first?.cuts.first?.levels ?? []).compactMap { dot(($0.level, $0)) }.count > 1
  }

  private var cells: [(label: String, cell: CellMeasures)] {
    if isCut, let cut = vendors.first?.cuts.first { return cut.listed.map { (Wording.level($0.level), $0) } }
    return report.vendorsByGap.map { ($0.shownName, $0.window) }
  }

  private func dot(_ named: (label: String, cell: CellMeasures)) -> BalanceChart.Dot? {
    guard let given = named.cell.loyalty?.estimate, let returned = named.cell.returned?.estimate else { return nil }
    return .init(label: named.label, given: given, returned: returned, responses: named.cell.responses ?? 0)
  }

  private var rest: Markup { tables.listed(cells).rest }

  private static let counts = [
    ("unrequited", "Promoters, not well treated"), ("mutual", "Promoters, well treated"),
    ("indulged", "Detractors, well treated"), ("estranged", "Detractors, not well treated"),
  ]

  private var table: PageTable {
    let listed = tables.listed(cells).shown
    let counts = BalanceSection.counts.filter { name, _ in listed.contains { $0.cell["balance.\(name)"] != nil } }
    return PageTable(
      caption: "Loyalty given and returned, and customers by what they give and get",
      columns: [
        .init(isCut ? vendors[0].cuts[0].dimension : "Vendor"), .init("Given (NPS)", .number),
        .init("Returned", .number),
        .init("Responses", .number), .init("Quadrant", .whole),
      ] + counts.map { .init($0.1, .number) },
      rows: listed.map { label, cell in
        let quadrant = dot((label, cell)).map { BalanceQuadrantName(given: $0.given, returned: $0.returned, cut: cut) }
        let leading: [Markup] = [
          "\(name: label)", "\(number: cell.loyalty?.valueText ?? "—")", "\(cell.returnedText(report.settings))",
          "\(cell.responsesText)", "\(quadrant?.rawValue ?? "—")",
        ]
        return leading + counts.map { "\(cell["balance.\($0.0)"]?.valueText ?? "—")" }
      })
  }
}
