import RequiteModel

/// Who recommends: a bar a vendor, or a bar a channel where there is one vendor.
struct MixSection {
  let report: Report
  /// Those with a bar; the table holds more.
  let vendors: [VendorReport]
  let tables: MeasureTables

  var figure: Figure? { MixChart(title: "Detractors, passives and promoters", rows: rows).figure }

  var markup: Markup {
    guard !report.vendors.isEmpty else { return .empty }
    return """
      <section id="mix">
      <h2>Who recommends</h2>
      \(rows.isEmpty ? .empty : MixChart.key)\(figure?.markup ?? .empty)\(table)</section>

      """
  }

  private var rows: [MixChart.Row] {
    guard report.vendors.count == 1, let vendor = vendors.first else {
      return vendors.map { row($0.shownName, $0.window) }
    }
    let cut = vendor.cuts.first
    let levels = cut?.largest(MeasureTables.mostBars).filter { $0.loyalty != nil } ?? []
    return [row(levels.isEmpty ? vendor.shownName : "All", vendor.window)]
      + levels.map { row(Wording.level($0.level), $0) }
  }

  private func row(_ label: String, _ cell: CellMeasures) -> MixChart.Row {
    MixChart.Row(label: label, cell: cell, remark: tables.reasonForNoBar(cell))
  }

  private var table: Markup {
    let period = Wording.period(of: report.settings)
    if report.vendors.count == 1, let vendor = vendors.first {
      let cut = vendor.cuts.first
      let levels = (cut?.listed ?? []).map { ("\(Wording.level($0.level))", $0) }
      let table = tables.cells(
        [("All", vendor.window)] + levels, heading: cut?.dimension ?? "Part",
        caption: "Loyalty given and returned, \(vendor.name), \(period)")
      return "\(table.folded("Table: who recommends"))\(cut.map { tables.rest(of: $0) } ?? .empty)"
    }
    let (listed, rest) = tables.listed(report.vendorsByGap)
    let table = tables.cells(
      listed.map { ($0.name, $0.window) }, heading: "Vendor",
      caption: "Loyalty given and returned, by vendor, \(period)")
    return "\(table.folded("Table: who recommends"))\(rest)"
  }
}
