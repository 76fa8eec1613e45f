extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let comma = UInt8(ascii: ",")
  static let colon = UInt8(ascii: ":")
  static let dash = UInt8(ascii: "-")
  static let point = UInt8(ascii: ".")
  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")
  static let openingBrace = UInt8(ascii: "{")
  static let closingBrace = UInt8(ascii: "}")
  static let letterT = UInt8(ascii: "T")
  static let letterZ = UInt8(ascii: "Z")
}

extension [UInt8] {
  /// Appends a whole number in decimal.
  mutating func append(decimal number: Int) {
    if number < 0 { append(.dash) }
    let magnitude = number.magnitude
    if magnitude < 10 { return append(UInt8(ascii: "0") + UInt8(magnitude)) }
    let start = count
    var rest = magnitude
    while rest > 0 {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    }
    self[start...].reverse()
  }

  /// Appends a whole number, 0 or more, in at least `width` digits.
  mutating func append(decimal number: Int, width: Int) {
    var digits = 1
    var limit = 10
    while number >= limit {
      digits += 1
      limit *= 10
    }
    for _ in digits..<Swift.max(width, digits) { append(UInt8(ascii: "0")) }
    append(decimal: number)
  }

  /// Appends a field as RFC 4180 writes it: quoted only where it must be.
  mutating func append(commaSeparated text: [UInt8]) {
    let needsQuotes = text.contains { $0 == .comma || $0 == .quote || $0 == .lineFeed || $0 == .carriageReturn }
    guard needsQuotes else {
      self += text
      return
    }
    append(.quote)
    for byte in text {
      if byte == .quote { append(.quote) }
      append(byte)
    }
    append(.quote)
  }

  /// Appends a JSON string; beyond quotes and backslashes only line feeds are expected among control characters.
  mutating func append(jsonString text: [UInt8]) {
    append(.quote)
    for byte in text {
      switch byte {
      case .quote, .backslash:
        append(.backslash)
        append(byte)
      case .lineFeed:
        append(.backslash)
        append(UInt8(ascii: "n"))
      default:
        append(byte)
      }
    }
    append(.quote)
  }
}
