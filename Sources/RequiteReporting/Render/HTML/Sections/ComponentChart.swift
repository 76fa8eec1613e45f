import RequiteModel

/// The ten components of one vendor, under their pillars.
struct ComponentChart {
  let vendor: VendorReport
  let tables: MeasureTables

  /// The pillars with their components, on a scale of 0…100; empty where none is published.
  var groups: [DotChart.Group] {
    Pillar.allCases.compactMap { pillar in
      let rows = pillar.components.compactMap(row)
      guard !rows.isEmpty else { return nil }
      let title = Metric(named: "reciprocity.\(pillar)").title
      let value = vendor.window["reciprocity.\(pillar)"]?.valueText ?? "—"
      return DotChart.Group(label: "\(title) \(value)", rows: rows)
    }
  }

  /// The chart on its own.
  var figure: Figure? {
    let groups = groups
    guard groups.contains(where: { $0.rows.contains { $0.value != nil } }) else { return nil }
    let chart = DotChart(
      title: "Components of loyalty returned, \(vendor.shownName)", groups: groups, scale: 0...100,
      ticks: [0, 25, 50, 75, 100].map { ($0, FixedDecimal.text(of: $0, places: 0) + " %") })
    return chart.figure
  }

  /// Why there is no chart; `nil` where nothing is published at all.
  var remark: String? { groups.first?.rows.first?.words }

  private func row(_ component: Component) -> DotChart.Row? {
    let name = component.metric
    guard let measure = vendor.window[name] else { return nil }
    let cases = measure.denominator.map { " of \(NumberText.count($0))" } ?? ""
    return .init(
      measure, label: measure.metric.title, before: vendor.before?[name], tables.shortRemark(measure), suffix: cases,
      factor: 100)
  }
}
