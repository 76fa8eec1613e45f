extension FixedDecimal {
  /// Writes `value` with the six published decimals behind `bytes`: what `text(of:)` gives, many times faster.
  ///
  /// - Precondition: `value` is finite.
  package static func append(_ value: Double, to bytes: inout [UInt8]) {
    precondition(value.isFinite, "a published number is finite")
    guard value.magnitude < mostInWord else {
      bytes += text(of: value).utf8
      return
    }
    let millionths = millionths(of: value)
    if value < 0 && millionths > 0 { bytes.append(0x2D) }
    let (whole, rest) = millionths.quotientAndRemainder(dividingBy: 1_000_000)
    append(whole, to: &bytes)
    bytes.append(0x2E)
    append(rest, digits: publishedPlaces, to: &bytes)
  }

  /// Writes a whole number behind `bytes`.
  static func append(_ number: Int64, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(0x2D) }
    append(number.magnitude, to: &bytes)
  }

  /// Millionths of anything below 2^43 fit a word.
  private static let mostInWord = 0x1p43

  /// |value| · 10^6, rounded half-even.
  private static func millionths(of value: Double) -> UInt64 {
    let (significand, exponent) = binary(value)
    return UInt64(halfEven(UInt128(significand) * 1_000_000, shiftedBy: -exponent))
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    var digits = 1
    var limit: UInt64 = 10
    while number >= limit {
      digits += 1
      guard digits < 20 else { break }
      limit *= 10
    }
    append(number, digits: digits, to: &bytes)
  }

  /// Writes the last `digits` decimal digits of `number`, zeros in front included.
  private static func append(_ number: UInt64, digits: Int, to bytes: inout [UInt8]) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0x30, count: digits))
    var rest = number
    var place = start + digits
    while rest > 0 && place > start {
      place -= 1
      bytes[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}
