import RequiteModel

/// The sections that set vendors side by side: who recommends, what is returned.
struct OverviewSections {
  let report: Report
  let tables: MeasureTables

  init(_ report: Report) {
    self.report = report
    tables = MeasureTables(settings: report.settings)
  }

  /// `vendors` are those with a chart; the tables hold all.
  func markup(of vendors: [VendorReport]) -> Markup {
    report.vendors.isEmpty ? .empty : "\(mix(vendors))\(pillars(vendors))"
  }

  private func mix(_ vendors: [VendorReport]) -> Markup {
    let rows = vendors.map { vendor in
      MixChart.Row(label: vendor.name, cell: vendor.window, remark: tables.reasonForNoBar(vendor.window))
    }
    let table = tables.cells(
      report.vendors.map { ($0.name, $0.window) }, heading: "Vendor",
      caption: "Loyalty given and returned, all vendors, \(Wording.period(of: report.settings))")
    return """
      <section id="mix">
      <h2>Who recommends</h2>
      \(MixChart.key)\(MixChart(title: "Detractors, passives and promoters by vendor", rows: rows).figure?.markup ?? .empty)\
      \(table.folded("Table: loyalty of all vendors"))</section>

      """
  }

  private func pillars(_ vendors: [VendorReport]) -> Markup {
    let chart = DotChart(
      title: "Loyalty returned by vendor", groups: vendors.map(group), scale: 0...100,
      ticks: [0, 25, 50, 75, 100].map { ($0, FixedDecimal.text(of: $0, places: 0)) })
    return """
      <section id="pillars">
      <h2>What is returned</h2>
      <p>Channels: is the vendor where its customers are? Engagement: does somebody answer, soon and by name? \
      Collaboration: does the vendor do what it says? Each of 100. The band is the 95 % interval\
      \(report.previous == nil ? "" : "; a hollow dot is the version before").</p>
      \(chart.figure?.markup ?? .empty)\(pillarTable.folded("Table: pillars of all vendors"))</section>

      """
  }

  private static let metrics = ["index"] + Pillar.allCases.map(\.rawValue)

  /// Index and pillars; the index alone for a vendor of whom none is shown.
  private func group(_ vendor: VendorReport) -> DotChart.Group {
    let rows = OverviewSections.metrics.compactMap { name -> DotChart.Row? in
      guard let measure = vendor.window["reciprocity.\(name)"] else { return nil }
      let title = name == "index" ? "Index" : measure.metric.title
      return .init(measure, label: title, before: vendor.before?["reciprocity.\(name)"], tables.shortRemark(measure))
    }
    let hasValue = rows.contains { $0.value != nil }
    return DotChart.Group(label: vendor.name, rows: hasValue ? rows : Array(rows.prefix(1)))
  }

  private var pillarTable: PageTable {
    let pillars = Pillar.allCases.map { PageTable.Column(Metric(named: "reciprocity.\($0)").title, .number) }
    return PageTable(
      caption: "Index and pillars, all vendors",
      columns: [.init("Vendor"), .init("Index", .number)] + pillars,
      rows: report.vendors.map { vendor in
        let pillars = Pillar.allCases.map { vendor.window["reciprocity.\($0.rawValue)"]?.valueText ?? "—" }
        return ["\(vendor.name)"] + ([vendor.window.returnedText(report.settings)] + pillars).map { "\($0)" }
      })
  }
}
