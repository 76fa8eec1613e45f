import RequiteModel

/// Everything a report says about one vendor.
public struct VendorReport: Hashable, Sendable {
  /// The vendor's id as in the dumps: outside text, to be escaped wherever it is shown.
  public let name: String
  /// The name as charts and tables of text show it; one of no letters says so.
  public var shownName: String { name.isEmpty ? "(no name)" : name }
  /// All measures of the vendor, sorted by key: a slice of the report's.
  public let measures: ArraySlice<Measure>
  /// The whole vendor over the whole window.
  public let window: CellMeasures
  /// The same cell of the previous version, where there is one.
  public let before: CellMeasures?
  /// The window along each configured dimension, sorted by dimension.
  public let cuts: [DimensionCut]
  /// The whole vendor in each trend period in which loyalty was given or returned, oldest first.
  public let trend: [CellMeasures]
  /// The same cells of the previous version, as far as it is at hand.
  public let trendBefore: [CellMeasures]
  /// The whole vendor in each year in which revenue was compared, oldest first.
  public let growth: [CellMeasures]

  /// Composes one vendor's sorted measures; `before` are those of the previous version.
  init(name: String, measures: ArraySlice<Measure>, before: ArraySlice<Measure>) {
    self.name = name
    self.measures = measures
    let cells = measures.cells()
    window = cells.first(where: \.isWholeWindow) ?? .emptyWindow
    let cellsBefore = before.cells()
    self.before = cellsBefore.first(where: \.isWholeWindow)
    cuts = VendorReport.cuts(of: cells)
    let periods = cells.filter(\.isWholePeriod)
    trend = periods.filter { $0.loyalty != nil || $0.returned != nil }
    trendBefore = cellsBefore.filter(\.isWholePeriod)
    growth = periods.filter { $0.measures.contains { $0.metric.family == .growth } }
  }

  /// The families of the window in the order of the report, without those that hold nothing.
  public var families: [FamilyTable] { FamilyTable.tables(of: window) }

  /// The number of a trend period as the version before had it; `nil` where it reads the same, or is not shown in both.
  func restated(_ cell: CellMeasures, _ choose: (CellMeasures) -> Measure?) -> Measure? {
    let earlier = trendBefore.first { $0.period.hasSameBytes(as: cell.period) }.flatMap(choose)
    guard let now = choose(cell), now.estimate != nil, let earlier, earlier.estimate != nil,
      earlier.valueText != now.valueText
    else { return nil }
    return earlier
  }

  private static func cuts(of cells: [CellMeasures]) -> [DimensionCut] {
    let levels = cells.filter { $0.dimension != "all" && $0.period == "window" }
    var cuts: [DimensionCut] = []
    var rest = levels[...]
    while let first = rest.first {
      let cut = rest.prefix { $0.dimension.hasSameBytes(as: first.dimension) }
      cuts.append(DimensionCut(dimension: first.dimension, levels: Array(cut)))
      rest = rest[cut.endIndex...]
    }
    return cuts
  }
}

extension CellMeasures {
  fileprivate var isWholeWindow: Bool { dimension == "all" && period == "window" }
  fileprivate var isWholePeriod: Bool { dimension == "all" && period != "window" }

  fileprivate static let emptyWindow = CellMeasures(dimension: "all", level: "*", period: "window", measures: [])
}
