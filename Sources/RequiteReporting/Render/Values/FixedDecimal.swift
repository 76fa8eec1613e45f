/// Numbers as published text: the exact binary value, rounded half-even to a fixed number of decimals (METHODS B0.5).
///
///     FixedDecimal.text(of: 0.0078125)             // "0.007812": a tie goes to the even digit
///     FixedDecimal.text(of: -0.04, places: 1)      // "0.0": a zero has no sign
///
/// The same `Double` gives the same text on every machine: the significand is scaled as a whole number and nothing is
/// rounded on the way.
public enum FixedDecimal {
  /// The decimals of every number in a version's files.
  public static let publishedPlaces = 6

  /// `value` with exactly `places` decimals, `.` as the point and no grouping.
  ///
  /// - Precondition: `value` is finite and `places` is 0…15. Published numbers are finite by construction.
  public static func text(of value: Double, places: Int = publishedPlaces) -> String {
    precondition(value.isFinite, "a published number is finite")
    precondition((0...15).contains(places), "a published number has at most 15 decimals")
    let digits = unsignedDigits(of: value, places: places)
    let isZero = digits.utf8.allSatisfy { $0 == 0x30 }
    let sign = value < 0 && !isZero ? "-" : ""
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    guard places > 0 else { return sign + padded }
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }

  /// The digits of |value| · 10^places, rounded half-even to a whole number.
  private static func unsignedDigits(of value: Double, places: Int) -> String {
    let (significand, exponent) = binary(value)
    if exponent >= 0 {
      return WholeNumber(significand, timesTwoToThe: exponent).description + String(repeating: "0", count: places)
    }
    let scale = (0..<places).reduce(UInt128(1)) { product, _ in product * 10 }
    return String(halfEven(UInt128(significand) * scale, shiftedBy: -exponent))
  }

  /// |value| as significand · 2^exponent, both whole.
  static func binary(_ value: Double) -> (significand: UInt64, exponent: Int) {
    let isSubnormal = value.exponentBitPattern == 0
    let significand = isSubnormal ? value.significandBitPattern : value.significandBitPattern | 1 << 52
    return (significand, (isSubnormal ? 1 : Int(value.exponentBitPattern)) - 1075)
  }

  /// `number` / 2^shift, rounded half-even.
  ///
  /// `number` is below 2^103, so that a shift of 128 and more leaves nothing.
  static func halfEven(_ number: UInt128, shiftedBy shift: Int) -> UInt128 {
    guard shift < 128 else { return 0 }
    let whole = number >> UInt128(shift)
    let rest = number - whole << UInt128(shift)
    let half = UInt128(1) << UInt128(shift - 1)
    return rest > half || (rest == half && !whole.isMultiple(of: 2)) ? whole + 1 : whole
  }
}
