import RequiteModel
import RequiteStatistics

/// A measure on its way to publication, with whom it tells about.
///
/// Suppression needs both: whether a number may be shown depends on the people behind it, and on the cells from which it
/// could be worked out (METHODS B8).
struct CubeRow: Sendable {
  /// The number.
  var measure: Measure
  /// Everything the number rests on; one hidden part hides it.
  var basis: [Basis]

  /// What a number rests on.
  enum Basis: Sendable {
    /// The people of one cell.
    case cell(Audience, Cell)
    /// So many people who form no cell of their own; 0 where it tells of nobody.
    case people(Int64)
    /// So many employees, who know each other.
    case employees(Int64)
  }

  /// A number of one cell.
  init(_ measure: Measure, of audience: Audience, in cell: Cell) {
    self.init(measure, basis: [.cell(audience, cell)])
  }

  /// A number with all it rests on.
  init(_ measure: Measure, basis: [Basis]) {
    self.measure = measure
    self.basis = basis
  }
}

/// Whom the numbers of a cell tell about.
enum Audience: Hashable, Sendable {
  /// Customers, employees or posts with an answer to an instrument that stands.
  case respondents(Instrument)
  /// Customers asked the recommendation question, by invitation, whether or not they answered.
  case invited
  /// Customers with a judged thread, or a detractor's case.
  case customers
  /// Customers with a thread in the first-answer curve.
  case waiting
  /// Customers with both an answer and a judged thread.
  case balanced
}

/// One part of the report's cube: it knows the numbers of its kind for every cell.
protocol CubePart {
  /// The rows of one cell, in any order; none where there is nothing to say.
  func rows(of cell: Cell) throws(FinishFailure) -> [CubeRow]
}
