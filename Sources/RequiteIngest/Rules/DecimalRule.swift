import RequiteFormats
import RequiteModel

/// A decimal number with at most six decimals, in millionths.
///
/// Exact by construction: METHODS B0.1 lets no binary fraction into a state. No plus sign, no exponent, no separators.
package enum DecimalRule {
  /// The number in millionths, or a breach `<column>.format`.
  static func parse(_ field: Bytes, _ column: Column) throws(Breach) -> Int64 {
    guard let number = parse(field) else { throw Breach(column, "format") }
    return number
  }

  /// The number in millionths, `nil` for anything else.
  @inline(__always)
  package static func parse(_ bytes: Bytes) -> Int64? {
    parseShort(bytes) ?? parseAny(bytes)
  }

  /// The common form: one digit, the point, one to six decimals.
  ///
  /// With zeros behind and one before, and without the point, these are the eight digits of the number in millionths.
  @inline(__always)
  private static func parseShort(_ bytes: Bytes) -> Int64? {
    guard bytes.count >= 3, bytes.count <= 8, bytes[1] == 0x2E else { return nil }
    let text = bytes.words.0 | 0x3030_3030_3030_3030 << UInt64(8 &* bytes.count)
    return EightDigits.number(text & ~0xFFFF | (text & 0xFF) << 8 | 0x30)
  }

  /// The plain way, digit by digit.
  package static func parseAny(_ bytes: Bytes) -> Int64? {
    var index = 0
    let isNegative = bytes.count > 1 && bytes[0] == 0x2D
    if isNegative { index = 1 }
    var number: Int64 = 0
    var digits = 0
    var decimals = -1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x2E && decimals < 0 && digits > 0 {
        decimals = 0
        continue
      }
      let digit = byte &- 0x30
      guard digit <= 9 else { return nil }
      digits += 1
      if decimals >= 0 { decimals += 1 }
      guard digits - max(0, decimals) <= 12, decimals <= 6 else { return nil }
      number = number &* 10 &+ Int64(digit)
    }
    guard digits > 0, decimals != 0 else { return nil }
    for _ in 0..<(6 - max(0, decimals)) { number = number &* 10 }
    return isNegative ? -number : number
  }
}
