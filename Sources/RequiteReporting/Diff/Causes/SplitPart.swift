import RequiteModel
import RequiteStatistics

/// What one cause did to one number, not yet displayed.
struct SplitPart: Hashable {
  /// Whose part it is.
  var name: PartName
  /// Rows behind it; `nil` where the cause is no row, or rows cannot be counted.
  var rows: Int64?
  /// What it did to numerator and denominator, in millionths; `nil` for a number that is no ratio.
  var counts: RatioCounts?
  /// The part in the unit of the number, exactly; `nil` where it is a real number or tells too much.
  var exact: Fraction?
  /// The part in the unit of the number.
  var value: Double
  /// From the least to the greatest that it is in any order of coordinates; `nil` where one order was looked at.
  var range: ClosedRange<Double>?
}

/// One step of a change, not yet displayed.
struct SplitStep: Hashable {
  /// What moved: one coordinate, or two whose rows are too few to be told apart.
  var coordinates: [Coordinate]
  /// The number where the step ends.
  var end: Double
  /// The parts, in the order in which causes are applied.
  var parts: [SplitPart]
  /// Half the width of the 95 % interval of the noise, for a movement.
  var margin: Double?
}
