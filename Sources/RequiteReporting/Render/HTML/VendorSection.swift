import RequiteModel

/// One vendor in full: components, trend, cuts and a table for each family.
struct VendorSection {
  let vendor: VendorReport
  let tables: MeasureTables
  /// Whether the family tables stand open, as they do on the page of a single vendor.
  let isOpen: Bool

  /// So many levels have a bar, those with most responses.
  private static let mostBars = 8

  var markup: Markup {
    """
    <section id="\(VendorAnchor.id(of: vendor.name))">
    <h2>\(vendor.name)</h2>
    \(weakest)\(components)\(trend)\(growth)\(vendor.cuts.map(cut))\(families)</section>

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
    let name = component.metric
    guard let measure = vendor.window[name] else { return nil }
    let cases = measure.denominator.map { " of \(NumberText.count($0))" } ?? ""
    return .init(
      measure, label: measure.metric.title, before: vendor.before?[name], tables.shortRemark(measure), suffix: cases)
  }

  // MARK: Trend

  private var trend: Markup {
    guard !vendor.trend.isEmpty else { return .empty }
    let given = chart("Loyalty (NPS) by period, \(vendor.name)", -100...100) { $0.loyalty }
    let returned = chart("Loyalty returned by period, \(vendor.name)", 0...100) { $0.returned }
    let missing = TrendText(periods: vendor.trend).missingSignals(tables.settings)
    let note: Markup = missing.map { "<p class=\"muted small\">\($0).</p>\n" } ?? .empty
    return """
      <div class="pair">
      \(titled("Loyalty (NPS) by period", given))\(titled("Loyalty returned by period", returned))</div>
      \(tables.trend(of: vendor).folded("Table: by period"))\(note)
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

  // MARK: Growth

  private var growth: Markup {
    guard !vendor.growth.isEmpty else { return .empty }
    return "<h3>\(MetricFamily.growth.title)</h3>\n\(tables.growth(of: vendor).markup)"
  }

  // MARK: Cuts

  private func cut(_ cut: DimensionCut) -> Markup {
    let bars = cut.largest(VendorSection.mostBars).filter { $0.loyalty != nil }
    let rows = bars.map {
      MixChart.Row(label: Wording.level($0.level), cell: $0, remark: tables.reasonForNoBar($0))
    }
    let chart = MixChart(title: "Who recommends, by \(cut.dimension), \(vendor.name)", rows: rows)
    let table = tables.cells(
      cut.listed.map { (Wording.level($0.level), $0) }, heading: cut.dimension,
      caption: "By \(cut.dimension), \(vendor.name)")
    let rest: Markup = Wording.unlisted(in: cut).map { "<p class=\"muted small\">\($0).</p>\n" } ?? .empty
    return """
      <h3>By \(cut.dimension)</h3>
      \(rows.isEmpty ? .empty : MixChart.key)\(chart.figure?.markup ?? .empty)\
      \(table.folded("Table: by \(cut.dimension)"))\(rest)
      """
  }

  // MARK: Families

  private var families: Markup {
    let folded = vendor.families.map { family in
      tables.family(family, of: vendor).folded("Table: \(family.title.lowercased())", isOpen: isOpen)
    }
    return "<h3>All numbers</h3>\n\(folded)"
  }
}
