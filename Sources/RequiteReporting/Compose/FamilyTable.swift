import RequiteModel

/// The measures of one family of one cell, in the order of the catalogue.
public struct FamilyTable: Hashable, Sendable {
  /// The family; `nil` for metrics this version does not know.
  public let family: MetricFamily?
  /// The measures; what the catalogue does not know comes last, by name.
  public let measures: [Measure]

  /// The name in words.
  public var title: String { family?.title ?? "Other numbers" }

  /// The families of `cell` that hold anything.
  static func tables(of cell: CellMeasures) -> [FamilyTable] {
    let sorted = cell.measures.inReportOrder()
    let families: [MetricFamily?] = MetricFamily.allCases + [nil]
    return families.compactMap { family in
      let measures = sorted.filter { Metric(named: $0.key.metric).family == family }
      return measures.isEmpty ? nil : FamilyTable(family: family, measures: measures)
    }
  }
}

extension ArraySlice<Measure> {
  /// One cell's measures in the order of a report.
  func inReportOrder() -> [Measure] {
    sorted { MetricCatalogue.precedes($0.key.metric, $1.key.metric) }
  }
}
