import RequiteModel

/// Every number of a few vendors side by side, a table a family; of many vendors they stand in `measures.csv` only, and
/// a single one has them in its own section.
struct NumbersSection {
  let report: Report
  let tables: MeasureTables

  /// With more vendors a line has no room for them.
  static let mostVendors = 4

  var markup: Markup {
    guard (2...NumbersSection.mostVendors).contains(report.vendors.count) else { return .empty }
    let families: [MetricFamily?] = MetricFamily.allCases + [nil]
    return """
      <section id="numbers">
      <h2>All numbers</h2>
      <p class="small muted">In parentheses, 95\u{A0}% intervals; cases and counts are in measures.csv.</p>
      \(families.compactMap(table))</section>

      """
  }

  private func table(of family: MetricFamily?) -> Markup? {
    let chosen = report.vendors.map { vendor in vendor.families.first { $0.family == family } }
    guard let title = chosen.lazy.compactMap({ $0?.title }).first else { return nil }
    let names = Set(chosen.flatMap { $0?.measures ?? [] }.map(\.key.metric)).sorted(by: MetricCatalogue.precedes)
    let table = PageTable(
      caption: "\(title), \(Wording.period(of: report.settings))",
      columns: [.init("Measure")] + report.vendors.map { .init($0.shownName) },
      rows: names.map { name in
        ["\(Metric(named: name).title)<br><code>\(name)</code>"] + report.vendors.map { cell($0.window[name], in: $0) }
      })
    return table.folded("Table: \(title.lowercased())")
  }

  /// A number with its interval, or why it is missing.
  private func cell(_ measure: Measure?, in vendor: VendorReport) -> Markup {
    guard let measure else { return "—" }
    let interval: Markup = measure.intervalText.map { " (\(number: $0))" } ?? .empty
    let remark = Wording.remark(on: measure, in: vendor.window, settings: report.settings)
    let words: Markup = remark.map { " <span class=\"muted\">\($0)</span>" } ?? .empty
    return "\(number: measure.valueText)\(interval)\(words)"
  }
}
