import RequiteModel

/// Both leading numbers over the periods of the window.
struct TrendSection {
  let report: Report
  let vendors: [VendorReport]
  let tables: MeasureTables

  /// So many vendors have a line.
  static let mostPanels = 4

  /// Loyalty given over time, and loyalty returned.
  var figures: [(title: String, figure: Figure)] {
    [
      ("Loyalty (NPS)", chart("Loyalty (NPS) by period", -100...100) { $0.loyalty }),
      ("Loyalty returned", chart("Loyalty returned by period", 0...100) { $0.returned }),
    ].compactMap { title, chart in chart.figure.map { (title, $0) } }
  }

  var markup: Markup {
    guard vendors.contains(where: { !$0.trend.isEmpty }) else { return .empty }
    return """
      <section id="trend">
      <h2>Over time</h2>
      \(figures.isEmpty ? .empty : note)\(figures.map { "<h3>\($0.title)</h3>\n\($0.figure.markup)" })\
      \(tables.trend(of: shown, isNamed: report.vendors.count > 1).folded("Table: over time"))\(signals)</section>

      """
  }

  private var shown: [VendorReport] { Array(vendors.filter { !$0.trend.isEmpty }.prefix(TrendSection.mostPanels)) }

  private var note: Markup {
    let which =
      vendors.count > shown.count
      ? "The \(shown.count) vendors with the worst gap. " : ""
    return """
      <p>\(which)The band is the 95\u{A0}% interval; the number is the last period's. Dashed: later dumps may still change it.\
      \(report.previous == nil ? "" : " Dotted, with small rings: as the version before had it, where that differs.")</p>

      """
  }

  private func chart(
    _ title: String, _ bounds: ClosedRange<Double>, _ choose: (CellMeasures) -> Measure?
  ) -> TrendChart {
    let panels = shown.map { vendor in
      TrendChart.Panel(
        label: report.vendors.count == 1 ? "" : vendor.shownName,
        points: vendor.trend.map { point($0, in: vendor, choose) })
    }
    return TrendChart(title: title, panels: panels, bounds: bounds)
  }

  private func point(
    _ cell: CellMeasures, in vendor: VendorReport, _ choose: (CellMeasures) -> Measure?
  ) -> TrendChart.Point {
    let now = choose(cell)
    let earlier = vendor.restated(cell, choose)
    return TrendChart.Point(
      period: cell.period, value: now?.estimate, interval: now?.interval,
      before: earlier?.estimate, isOpen: isOpen(cell.period))
  }

  /// Whether the period is not over, or its threads are not watched to the end.
  private func isOpen(_ period: String) -> Bool {
    guard let period = TrendPeriod(label: period) else { return false }
    return period.window.to.seconds > report.settings.asOf.seconds - report.settings.horizon
  }

  /// Why no chart of signals has begun, said once for all.
  private var signals: Markup {
    let missing = shown.compactMap { TrendText(periods: $0.trend).missingSignals(tables.settings) }
    guard missing.count == shown.count, let text = missing.first else { return .empty }
    return "<p class=\"muted small\">\(text).</p>\n"
  }
}
