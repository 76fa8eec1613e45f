extension FixedDecimal {
  /// The number that `text` names, or `nil` when it is not digits with an optional `-` before and fraction behind.
  ///
  /// The nearest `Double`; writing that again with the same number of decimals gives `text` back as long as `text` came
  /// from here.
  public static func value(of text: String) -> Double? {
    value(of: text.utf8Span.span)
  }

  /// The number that `bytes` name.
  static func value(of bytes: Span<UInt8>) -> Double? {
    guard let number = digits(of: bytes) else { return nil }
    if let digits = number.value, number.places < powersOfTen.count {
      // Both are exact, so that their quotient is the nearest number to that of the text.
      let magnitude = Double(digits) / powersOfTen[number.places]
      return number.isNegative ? -magnitude : magnitude
    }
    guard let text = try? UTF8Span(validating: bytes), let value = Double(String(copying: text)), value.isFinite else {
      return nil
    }
    return value
  }

  private static let powersOfTen: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

  /// All digits of a plain decimal as one whole number, `nil` where they exceed 2^53, and how many stand behind the
  /// point; `nil` for anything else than a plain decimal.
  private static func digits(of bytes: Span<UInt8>) -> (value: UInt64?, places: Int, isNegative: Bool)? {
    let isNegative = !bytes.isEmpty && bytes[0] == 0x2D
    var value: UInt64? = 0
    var point: Int?
    var last: UInt8 = 0
    for index in (isNegative ? 1 : 0)..<max(bytes.count, isNegative ? 1 : 0) {
      let isFirst = index == (isNegative ? 1 : 0)
      let byte = bytes[index]
      if byte == 0x2E {
        guard point == nil, !isFirst else { return nil }
        point = index
      } else {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value.map { $0 * 10 + UInt64(byte - 0x30) }.flatMap { $0 < 1 << 53 ? $0 : nil }
      }
      last = byte
    }
    guard last != 0, last != 0x2E else { return nil }
    return (value, point.map { bytes.count - 1 - $0 } ?? 0, isNegative)
  }
}
