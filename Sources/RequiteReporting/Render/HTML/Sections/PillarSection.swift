import RequiteModel

/// What is returned: the index and its pillars, with the components where there is one vendor.
struct PillarSection {
  let report: Report
  let vendors: [VendorReport]
  let tables: MeasureTables

  /// With more vendors than this a vendor has one line, its index.
  static let mostGroups = 4

  var figure: Figure? {
    let chart = DotChart(
      title: "Loyalty returned", groups: groups, scale: 0...100,
      ticks: [0, 25, 50, 75, 100].map { ($0, FixedDecimal.text(of: $0, places: 0)) })
    return chart.figure
  }

  var markup: Markup {
    guard !vendors.isEmpty else { return .empty }
    let band =
      "The band is the 95\u{A0}% interval\(report.previous == nil ? "" : "; a hollow dot is the version before")."
    return """
      <section id="pillars">
      <h2>What is returned</h2>
      <p>Channels: is the vendor where its customers are? Engagement: does somebody answer, soon and by name? \
      Collaboration: does the vendor do what it says? Each of 100. \(band)</p>
      \(figure?.markup ?? .empty)\(table)</section>

      """
  }

  private var groups: [DotChart.Group] {
    if report.vendors.count == 1, let vendor = vendors.first {
      let components = ComponentChart(vendor: vendor, tables: tables).groups
      return components.isEmpty
        ? [group(vendor)] : [DotChart.Group(label: "", rows: rows(["index"], of: vendor))] + components
    }
    if report.vendors.count <= PillarSection.mostGroups { return vendors.map(group) }
    let rows = vendors.compactMap { vendor in row("index", of: vendor, label: vendor.shownName) }
    return [DotChart.Group(label: "Index", rows: rows)]
  }

  private static let metrics = ["index"] + Pillar.allCases.map(\.rawValue)

  /// Index and pillars; the index alone for a vendor of whom none is shown.
  private func group(_ vendor: VendorReport) -> DotChart.Group {
    let all = rows(PillarSection.metrics, of: vendor)
    let hasValue = all.contains { $0.value != nil }
    return DotChart.Group(label: vendor.shownName, rows: hasValue ? all : Array(all.prefix(1)))
  }

  private func rows(_ metrics: [String], of vendor: VendorReport) -> [DotChart.Row] {
    metrics.compactMap { name in
      let title = name == "index" ? "Index" : Metric(named: "reciprocity.\(name)").title
      return row(name, of: vendor, label: title)
    }
  }

  private func row(_ name: String, of vendor: VendorReport, label: String) -> DotChart.Row? {
    guard let measure = vendor.window["reciprocity.\(name)"] else { return nil }
    return .init(
      measure, label: label, before: vendor.before?["reciprocity.\(name)"], tables.shortRemark(measure),
      isLeading: name == "index" && report.vendors.count <= PillarSection.mostGroups)
  }

  private var table: Markup {
    let pillars = Pillar.allCases.map { PageTable.Column(Metric(named: "reciprocity.\($0)").title, .number) }
    let (listed, rest) = tables.listed(report.vendorsByGap)
    let table = PageTable(
      caption: "Index and pillars, \(Wording.period(of: report.settings))",
      columns: [.init("Vendor"), .init("Index", .number), .init("95 % interval", .whole)] + pillars,
      rows: listed.map { vendor in
        let index: [Markup] = [
          "\(vendor.window.returnedText(report.settings))", "\(vendor.window.returned?.intervalText ?? "")",
        ]
        return ["\(name: vendor.name)"] + index
          + Pillar.allCases.map { "\(vendor.window["reciprocity.\($0.rawValue)"]?.valueText ?? "—")" }
      })
    let components =
      report.vendors.count == 1 ? vendors.map { tables.components(of: $0).folded("Table: components") } : []
    return "\(table.folded("Table: what is returned"))\(components)\(rest)"
  }
}
