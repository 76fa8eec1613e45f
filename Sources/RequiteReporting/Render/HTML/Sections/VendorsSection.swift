import RequiteModel

/// All vendors, worst gap first, and the details of those with a section of their own.
struct VendorsSection {
  let report: Report
  let tables: MeasureTables

  /// So many rows stand in full length; the others in a box to scroll, and never behind a fold that a link could not open.
  static let mostRows = 20

  /// Those with a section.
  private var vendors: [VendorReport] {
    let (most, worst) = ReportHTML.sections
    return Array(report.vendorsByGap.prefix(report.vendors.count <= most ? most : worst))
  }

  var markup: Markup {
    guard !report.vendors.isEmpty else { return .empty }
    let overview: Markup = report.vendors.count == 1 ? .empty : overview
    return "<div id=\"vendors\">\n\(overview)</div>\n<div class=\"detail\">\n\(sections.map(\.markup))</div>\n"
  }

  /// The details, vendor by vendor.
  var sections: [VendorSection] {
    vendors.map {
      VendorSection(
        vendor: $0, tables: tables, isAlone: report.vendors.count == 1,
        isDetailed: report.vendors.count <= VendorsSection.mostDetailed)
    }
  }

  /// With more vendors, cuts are tables of their largest levels.
  static let mostDetailed = 3

  private var overview: Markup {
    let sorted = report.vendorsByGap
    let ranks = VendorRanks(of: sorted)
    let rows = sorted.indices.map { row(sorted[$0], ranks.text(at: $0)) }
    let first = PageTable(
      caption: "Vendors, worst gap first", columns: columns, rows: Array(rows.prefix(VendorsSection.mostRows)))
    let rest = PageTable(
      caption: "\(Wording.counted(max(0, rows.count - VendorsSection.mostRows), "more vendor", "more vendors"))",
      columns: columns, rows: Array(rows.dropFirst(VendorsSection.mostRows)))
    return """
      <h2>Vendors</h2>
      <p>Worst gap first: who returns least of what customers give. A rank is the range it takes in 95\u{A0}% of all \
      weightings of the components; vendors that cannot be told apart are tied.</p>
      \(first.markup)\(rest.rows.isEmpty ? .empty : rest.boxed)
      """
  }

  private let columns: [PageTable.Column] = [
    .init("Vendor"), .init("Returned less given", .number), .init("Loyalty (NPS)", .number), .init("Returned", .number),
    .init("Rank", .whole), .init("Responses", .number), .init("Weakest"),
  ]

  private func row(_ vendor: VendorReport, _ rank: String) -> [Markup] {
    let window = vendor.window
    let gap = window["balance.gap"]?.estimate.map { FixedDecimal.text(of: $0 / 10, places: 1) } ?? "—"
    return [
      name(of: vendor), "\(number: gap)", value(window.loyalty, vendor.before?.loyalty),
      value(window.returned, vendor.before?.returned), "\(rank)", "\(window.responsesText)",
      "\(weakest(window))",
    ]
  }

  /// A link where there is a section; else the row is what links arrive at.
  private func name(of vendor: VendorReport) -> Markup {
    let anchor = VendorAnchor.id(of: vendor.name)
    return vendors.contains { $0.name.hasSameBytes(as: vendor.name) }
      ? "<a href=\"#\(anchor)\">\(name: vendor.name)</a>" : "<span id=\"\(anchor)\">\(name: vendor.name)</span>"
  }

  private func value(_ now: Measure?, _ before: Measure?) -> Markup {
    let interval: Markup = now?.intervalText.map { "<br><span class=\"muted\">\(number: $0)</span>" } ?? .empty
    let was: Markup =
      before?.estimate.map { "<br><span class=\"muted\">was \(number: NumberText.points($0))</span>" } ?? .empty
    return "\(number: now?.valueText ?? "—")\(interval)\(was)"
  }

  private func weakest(_ window: CellMeasures) -> String {
    guard let weakest = window.weakestComponent, let cases = weakest.casesText else { return "—" }
    return "\(weakest.metric.title), \(cases)"
  }
}
