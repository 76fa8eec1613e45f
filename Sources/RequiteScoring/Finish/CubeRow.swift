import RequiteModel
import RequiteStatistics

/// A measure on its way to publication, with the number of people it tells about.
///
/// The finished cube of all rows is what suppression works on (METHODS B8): a rule sees every cell before any is shown.
struct CubeRow: Sendable {
  /// The number.
  var measure: Measure
  /// How many people (respondents, customers, posts) stand behind it; 0 where it tells of nobody.
  var people: Int64
}

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

  /// The key of one metric of this cell.
  func metric(_ name: String) -> MeasureKey {
    var named = key
    named.metric = name
    return named
  }

  private static func dimension(_ cell: Cell, plan: Plan) -> String {
    cell.dimension == 0 ? "all" : plan.settings.dimensions[Int(cell.dimension) - 1]
  }

  private static func level(_ cell: Cell, plan: Plan) -> String {
    guard cell.dimension > 0 else { return "*" }
    if dimension(cell, plan: plan) == "channel" { return plan.channels[Int(cell.level)] }
    return plan.levels[Int(cell.dimension) - 1][Int(cell.level)]
  }
}

extension Cell {
  /// Whether this is a vendor as a whole over the whole window, the cell in which missing numbers are said to be
  /// missing.
  var isHeadline: Bool { dimension == 0 && period == 0 }

  /// Orders by vendor, dimension, level, period.
  func precedes(_ other: Cell) -> Bool {
    words.lexicographicallyPrecedes(other.words)
  }
}

extension Reason {
  /// The reason an estimator gave.
  init?(_ caveat: Caveat?) {
    guard let caveat else { return nil }
    switch caveat {
    case .noData: self = .noData
    case .tooFewForVariance: self = .tooFewForVariance
    case .zeroVariance: self = .zeroVariance
    case .denominatorTooSmall: self = .denominatorTooSmall
    case .pillarEmpty: self = .pillarEmpty
    case .notReached: self = .notReached
    }
  }
}
