import RequiteModel

/// One vendor in full: components, cuts, years and, where it is the only one, a table for each family.
struct VendorSection {
  let vendor: VendorReport
  let tables: MeasureTables
  /// Whether it is the only one, of whom the page has said the rest.
  let isAlone: Bool
  /// Whether there is room for every level.
  let isDetailed: Bool

  /// Its charts: what a page of a single vendor has shown before is left out.
  var figures: [Figure] {
    let components = isAlone ? nil : ComponentChart(vendor: vendor, tables: tables).figure
    return [components].compactMap { $0 } + cuts.compactMap(figure)
  }

  var markup: Markup {
    """
    <section id="\(VendorAnchor.id(of: vendor.name))">
    <h2>\(name: vendor.name)</h2>
    \(weakest)\(isAlone ? .empty : components)\(growth)\(cuts.map(cut))\(families)</section>

    """
  }

  /// The cuts; a page of a single vendor begins with the first of them.
  private var cuts: ArraySlice<DimensionCut> { isAlone ? vendor.cuts.dropFirst() : vendor.cuts[...] }

  private var weakest: Markup {
    guard let weakest = vendor.window.weakestComponent, let cases = weakest.casesText else { return .empty }
    return "<p>Weakest: \(weakest.metric.title), \(cases) (\(weakest.valueText)).</p>\n"
  }

  private var components: Markup {
    let chart = ComponentChart(vendor: vendor, tables: tables)
    let heading: Markup = "<h3>How loyalty is returned</h3>\n"
    guard let figure = chart.figure else {
      return chart.remark.map { "\(heading)<p class=\"muted\">\($0)</p>\n" } ?? .empty
    }
    return
      "\(heading)\(figure.markup)\(tables.components(of: vendor).folded("Table: components, \(name: vendor.name)"))"
  }

  private var growth: Markup {
    guard !vendor.growth.isEmpty else { return .empty }
    return "<h3>\(MetricFamily.growth.title)</h3>\n\(tables.growth(of: vendor).markup)"
  }

  private func figure(of cut: DimensionCut) -> Figure? {
    let bars = isDetailed ? cut.largest(MeasureTables.mostBars).filter { $0.loyalty != nil } : []
    let rows = bars.map {
      MixChart.Row(label: Wording.level($0.level), cell: $0, remark: tables.reasonForNoBar($0))
    }
    return MixChart(title: "Who recommends, by \(cut.dimension), \(vendor.shownName)", rows: rows).figure
  }

  private func cut(_ cut: DimensionCut) -> Markup {
    let chart = figure(of: cut).map { "\(MixChart.key)\($0.markup)" as Markup } ?? .empty
    let listed = isDetailed ? cut.listed : cut.largest(MeasureTables.mostBars)
    let table = tables.cells(
      listed.map { (Wording.level($0.level), $0) }, heading: cut.dimension,
      caption: "By \(cut.dimension), \(vendor.shownName)")
    return """
      <h3>By \(name: cut.dimension)</h3>
      \(chart)\
      \(table.folded("Table: by \(name: cut.dimension), \(name: vendor.name)"))\(tables.rest(of: cut))
      """
  }

  private var families: Markup {
    guard isAlone else { return .empty }
    let folded = vendor.families.map { family in
      tables.family(family, of: vendor).folded("Table: \(family.title.lowercased())")
    }
    return "<h3>All numbers</h3>\n\(folded)"
  }
}
