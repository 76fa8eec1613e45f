import RequiteModel

/// Tables of measures: a family of one cell, and cells side by side.
struct MeasureTables {
  let settings: Settings

  /// One line a metric, under its name in words and in `measures.csv`.
  func family(_ family: FamilyTable, of vendor: String) -> PageTable {
    PageTable(
      caption: "\(family.title), \(vendor), \(Wording.period(of: settings))",
      columns: [
        .init("Measure"), .init("Value", .number), .init("95 % interval", .whole), .init("Cases", .whole),
        .init("n", .number), .init("Remark"),
      ],
      rows: family.measures.map(line))
  }

  private func line(_ measure: Measure) -> [Markup] {
    [
      "\(measure.metric.title)<br><code>\(measure.key.metric)</code>", "\(number: measure.valueText)",
      "\(number: measure.intervalText ?? "")", "\(measure.casesText ?? "")", "\(NumberText.count(measure.n))",
      "\(remark(measure))",
    ]
  }

  /// One line a cell: given, returned, responses and why something is missing.
  func cells(_ cells: [(label: String, cell: CellMeasures)], heading: String, caption: String) -> PageTable {
    PageTable(
      caption: caption,
      columns: [
        .init(heading), .init("Loyalty (NPS)", .number), .init("95 % interval", .whole), .init("Returned", .number),
        .init("95 % interval", .whole), .init("Responses", .number), .init("Remark"),
      ],
      rows: cells.map { line($0.label, $0.cell) })
  }

  private func line(_ label: String, _ cell: CellMeasures) -> [Markup] {
    let (given, returned) = (cell.loyalty, cell.returned)
    return [
      "\(label)", "\(number: given?.valueText ?? "—")", "\(number: given?.intervalText ?? "")",
      "\(number: returned?.valueText ?? "—")", "\(number: returned?.intervalText ?? "")",
      "\(cell.responsesText)", "\(remark(on: cell))",
    ]
  }

  /// Why loyalty or the index of `cell` is missing; empty where both are there.
  func remark(on cell: CellMeasures) -> String {
    let missing = [("Loyalty", cell.loyalty), ("Returned", cell.returned)].compactMap { name, measure in
      measure.flatMap { $0.estimate == nil ? (name, remark($0)) : nil }
    }
    if missing.count == 2 && missing[0].1 == missing[1].1 { return missing[0].1 }
    return missing.map { "\($0.0): \($0.1)" }.joined(separator: ". ")
  }

  /// Why `cell` has no bar of promoters and detractors.
  func reasonForNoBar(_ cell: CellMeasures) -> String {
    cell.loyalty.flatMap { Wording.remark(on: $0, settings: settings) } ?? "Not shown"
  }

  /// What `measure`'s reason means; empty where it needs no remark.
  func remark(_ measure: Measure) -> String {
    Wording.remark(on: measure, settings: settings) ?? ""
  }
}
