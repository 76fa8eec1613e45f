import RequiteModel

/// Everything a report says about one vendor.
public struct VendorReport: Hashable, Sendable {
  /// The vendor's id as in the dumps: outside text, to be escaped wherever it is shown.
  public let name: String
  /// All measures of the vendor, sorted by key.
  public let measures: [Measure]
  /// The whole vendor over the whole window.
  public let window: CellMeasures
  /// The same cell of the previous version, where there is one.
  public let before: CellMeasures?
  /// The window along each configured dimension, sorted by dimension.
  public let cuts: [DimensionCut]
  /// The whole vendor in each trend period, oldest first.
  public let trend: [CellMeasures]

  /// Composes one vendor's sorted measures; `before` are those of the previous version.
  init(name: String, measures: [Measure], before: [Measure]) {
    self.name = name
    self.measures = measures
    let cells = measures.cells()
    window = cells.first(where: \.isWholeWindow) ?? .emptyWindow
    self.before = before.cells().first(where: \.isWholeWindow)
    cuts = VendorReport.cuts(of: cells)
    trend = cells.filter { $0.dimension == "all" && $0.period != "window" }
  }

  /// The families of the window in the order of the report, without those that hold nothing.
  public var families: [FamilyTable] { FamilyTable.tables(of: window) }

  private static func cuts(of cells: [CellMeasures]) -> [DimensionCut] {
    var cuts: [DimensionCut] = []
    for cell in cells where cell.dimension != "all" && cell.period == "window" {
      if let last = cuts.last, last.dimension.hasSameBytes(as: cell.dimension) {
        cuts[cuts.count - 1] = DimensionCut(dimension: cell.dimension, levels: last.levels + [cell])
      } else {
        cuts.append(DimensionCut(dimension: cell.dimension, levels: [cell]))
      }
    }
    return cuts
  }
}

extension CellMeasures {
  fileprivate var isWholeWindow: Bool { dimension == "all" && period == "window" }

  fileprivate static let emptyWindow = CellMeasures(dimension: "all", level: "*", period: "window", measures: [])
}
