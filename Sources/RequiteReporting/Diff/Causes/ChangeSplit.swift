import RequiteModel
import RequiteStatistics

/// The change of one number, divided among its causes or not, and not yet displayed.
enum ChangeSplit: Hashable {
  /// Step by step, each part a cause's.
  case steps([SplitStep])
  /// Shown without causes.
  case none(NotSplit)
}

/// A number of a version as sums over rows, in millionths.
extension Measure {
  /// Numerator and denominator in millionths, exactly as printed; `nil` without them.
  var counts: RatioCounts? {
    guard let numerator, let denominator else { return nil }
    return RatioCounts(numerator: FixedDecimal.millionths(numerator), denominator: FixedDecimal.millionths(denominator))
  }
}

extension FixedDecimal {
  /// `value` as printed, in millionths.
  static func millionths(_ value: Double) -> Int128 {
    units(value, places: publishedPlaces)
  }

  /// `value` as printed with `places` decimals, in units of the last of them.
  static func units(_ value: Double, places: Int) -> Int128 {
    Int128(text(of: value, places: places).filter { $0 != "." })!
  }

  /// Units of the last of `places` decimals as a number: `-37` with one decimal is `-3.7`.
  static func text(units: Int128, places: Int) -> String {
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    let sign = units < 0 ? "-" : ""
    return places == 0 ? sign + padded : sign + padded.dropLast(places) + "." + padded.suffix(places)
  }
}
