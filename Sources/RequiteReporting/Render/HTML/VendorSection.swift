import RequiteModel

/// One vendor in full: components, trend, cuts and a table for each family.
struct VendorSection {
  let vendor: VendorReport
  let tables: MeasureTables
  /// Whether the family tables stand open, as they do on the page of a single vendor.
  let isOpen: Bool

  /// More levels than this have no bar; the table holds all.
  private static let mostBars = 8

  var markup: Markup {
    """
    <section id="\(VendorAnchor.id(of: vendor.name))">
    <h2>\(vendor.name)</h2>
    \(weakest)\(components)\(trend)\(vendor.cuts.map(cut))\(families)</section>

    """
  }

  private var weakest: Markup {
    guard let weakest = vendor.window.weakestComponent, let cases = weakest.casesText else { return .empty }
    return "<p>Weakest: \(weakest.metric.title), \(cases) (\(weakest.valueText)).</p>\n"
  }

  // MARK: Components

  private var components: Markup {
    let groups = Pillar.allCases.compactMap { pillar -> DotChart.Group? in
      let rows = pillar.components.compactMap(row)
      return rows.isEmpty ? nil : DotChart.Group(label: Metric(named: "reciprocity.\(pillar)").title, rows: rows)
    }
    let chart = DotChart(
      title: "Components of loyalty returned, \(vendor.name)", groups: groups, scale: 0...1,
      ticks: [0, 0.25, 0.5, 0.75, 1].map { ($0, FixedDecimal.text(of: $0 * 100, places: 0) + " %") })
    guard let figure = chart.figure else { return .empty }
    let heading: Markup = "<h3>How loyalty is returned</h3>\n"
    let hasValue = groups.contains { $0.rows.contains { $0.value != nil } }
    return hasValue ? "\(heading)\(figure.markup)" : "\(heading)<p class=\"muted\">\(groups[0].rows[0].words)</p>\n"
  }

  private func row(_ component: Component) -> DotChart.Row? {
    let name = "reciprocity.\(component.rawValue)"
    guard let measure = vendor.window[name] else { return nil }
    let cases = measure.denominator.map { " of \(NumberText.count($0))" } ?? ""
    return .init(
      measure, label: measure.metric.title, before: vendor.before?[name], tables.remark(measure), suffix: cases)
  }

  // MARK: Trend

  private var trend: Markup {
    guard !vendor.trend.isEmpty else { return .empty }
    let given = chart("Loyalty (NPS) by period, \(vendor.name)", -100...100) { $0.loyalty }
    let returned = chart("Loyalty returned by period, \(vendor.name)", 0...100) { $0.returned }
    let table = tables.cells(
      vendor.trend.map { ($0.period, $0) }, heading: "Period", caption: "By period, \(vendor.name)")
    return """
      <div class="pair">
      \(titled("Loyalty (NPS) by period", given))\(titled("Loyalty returned by period", returned))</div>
      \(table.folded("Table: by period"))
      """
  }

  private func titled(_ title: String, _ chart: TrendChart) -> Markup {
    chart.figure.map { "<div>\n<h3>\(title)</h3>\n\($0.markup)</div>\n" } ?? .empty
  }

  private func chart(
    _ title: String, _ bounds: ClosedRange<Double>, _ choose: (CellMeasures) -> Measure?
  ) -> TrendChart {
    let points = vendor.trend.map { cell in
      let row = choose(cell).map { DotChart.Row($0, label: "", before: nil, "") }
      return TrendChart.Point(period: cell.period, value: row?.value, interval: row?.interval)
    }
    return TrendChart(title: title, points: points, bounds: bounds)
  }

  // MARK: Cuts

  private func cut(_ cut: DimensionCut) -> Markup {
    let labelled = cut.levels.map { (label: Wording.level($0.level), cell: $0) }
    let bars = labelled.prefix(VendorSection.mostBars).filter { $0.cell.loyalty != nil }
    let rows = bars.map { MixChart.Row(label: $0.label, cell: $0.cell, remark: tables.reasonForNoBar($0.cell)) }
    let chart = MixChart(title: "Who recommends, by \(cut.dimension), \(vendor.name)", rows: rows)
    let table = tables.cells(labelled, heading: cut.dimension, caption: "By \(cut.dimension), \(vendor.name)")
    return """
      <h3>By \(cut.dimension)</h3>
      \(rows.isEmpty ? .empty : MixChart.key)\(chart.figure?.markup ?? .empty)\(table.folded("Table: by \(cut.dimension)"))
      """
  }

  // MARK: Families

  private var families: Markup {
    let folded = vendor.families.map { family in
      tables.family(family, of: vendor.name).folded("Table: \(family.title.lowercased())", isOpen: isOpen)
    }
    return "<h3>All numbers</h3>\n\(folded)"
  }
}
