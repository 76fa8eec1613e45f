import RequiteFormats

/// A decimal number with at most six decimals, in millionths.
///
/// Exact by construction: METHODS B0.1 lets no binary fraction into a state. No plus sign, no exponent, no separators.
enum DecimalRule {
  /// The number in millionths, or a breach `<column>.format`.
  static func parse(_ field: Bytes, _ column: Column) throws(Breach) -> Int64 {
    guard let number = parse(field.raw) else { throw Breach(column, "format") }
    return number
  }

  static func parse(_ bytes: UnsafeRawBufferPointer) -> Int64? {
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
