import RequiteModel

/// Names the measures of one cell.
struct CellName: Sendable {
  private let key: MeasureKey

  /// Looks up the words behind a cell's codes.
  init(_ cell: Cell, plan: Plan) {
    key = MeasureKey(
      vendor: plan.vendors[Int(cell.vendor)], dimension: CellName.dimension(cell, plan: plan),
      level: CellName.level(cell, plan: plan),
      period: cell.period == 0 ? "window" : plan.periods[Int(cell.period) - 1], metric: "")
  }

  /// The vendor's id.
  var vendor: String { key.vendor }

  /// The key of one metric of this cell.
  func metric(_ name: String) -> MeasureKey {
    var named = key
    named.metric = name
    return named
  }

  private static func dimension(_ cell: Cell, plan: Plan) -> String {
    cell.dimension == 0 ? "all" : plan.settings.namedDimensions[Int(cell.dimension) - 1]
  }

  private static func level(_ cell: Cell, plan: Plan) -> String {
    guard cell.dimension > 0 else { return "*" }
    return plan.levels(of: dimension(cell, plan: plan))[Int(cell.level)]
  }
}

extension Cell {
  /// Whether this is a vendor as a whole over the whole window, the cell in which missing numbers are said to be
  /// missing.
  var isHeadline: Bool { dimension == 0 && period == 0 }

  /// Whether this is a vendor as a whole in a trend period.
  var isTrend: Bool { dimension == 0 && period > 0 }

  /// The vendor as a whole in the same period.
  var whole: Cell { Cell(vendor: vendor, period: period) }

  /// The same part of the data in another period.
  func during(_ period: UInt16) -> Cell {
    Cell(vendor: vendor, dimension: dimension, level: level, period: period)
  }
}
