import RequiteFormats

/// A whole number in decimal digits with an optional minus sign; nothing else: no plus, no spaces, no exponent.
enum WholeNumberRule {
  /// The number, or a breach `<column>.format` for anything else, digits beyond 64 bits included.
  @inline(__always)
  static func parse(_ field: Bytes, _ column: Column) throws(Breach) -> Int64 {
    if field.count == 1, field[0] &- 0x30 <= 9 { return Int64(field[0] &- 0x30) }
    guard let number = parse(field) else { throw Breach(column, "format") }
    return number
  }

  static func parse(_ bytes: Bytes) -> Int64? {
    var index = 0
    let isNegative = bytes.count > 1 && bytes[0] == 0x2D
    if isNegative { index = 1 }
    guard index < bytes.count, bytes.count - index <= 18 else { return nil }
    var number: Int64 = 0
    while index < bytes.count {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { return nil }
      number = number &* 10 &+ Int64(digit)
      index += 1
    }
    return isNegative ? -number : number
  }
}
