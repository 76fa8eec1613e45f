/// The grammar of RFC 8259 over bytes that stay where they are: it finds where values begin and end, and copies
/// nothing.
///
/// Both the parser of documents and the reader of JSON lines are built on it. UTF-8 is not checked here.
struct JSONCursor {
  /// How deep arrays and objects may be nested.
  ///
  /// The walk is recursive, so the limit also bounds the stack.
  static let depthLimit = 64

  /// The text, up to where the grammar must end.
  let text: Bytes
  var position: Int
  /// Refuses the escape `\u0000`.
  ///
  /// JSON allows it, but no dump has an honest use for it.
  let refusesNull: Bool

  init(_ text: Bytes, from start: Int = 0, refusesNull: Bool = false) {
    self.text = text
    self.position = start
    self.refusesNull = refusesNull
  }

  /// The byte under the cursor, or 0 at the end. (A real NUL is never valid outside a string either.)
  @inline(__always)
  var current: UInt8 {
    text.byteOrZero(at: position)
  }

  @inline(__always)
  var isAtEnd: Bool {
    position >= text.count
  }

  func failure(_ reason: JSONError.Reason) -> JSONError {
    JSONError(reason, at: position)
  }

  @inline(__always)
  mutating func skipSpace() {
    while case let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
  }

  /// Steps over `byte`, which must be here.
  @inline(__always)
  mutating func expect(_ byte: UInt8) throws(JSONError) {
    guard current == byte else { throw failure(.syntax) }
    position += 1
  }

  /// Steps over white space, and over `byte` if that is what follows.
  @inline(__always)
  mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard current == byte else { return false }
    position += 1
    return true
  }
}

// MARK: - Strings

extension JSONCursor {
  /// What lies between the quotes of a string, by its place in the text.
  struct Text {
    let start: Int
    let end: Int
    /// Whether it must be decoded before use.
    let isEscaped: Bool
  }

  /// Reads the string that begins under the cursor.
  @inline(__always)
  mutating func string() throws(JSONError) -> Text {
    try expect(UInt8(ascii: "\""))
    let start = position
    skipPlain()
    if current == UInt8(ascii: "\"") {
      position += 1
      return Text(start: start, end: position - 1, isEscaped: false)
    }
    return try escapedString(from: start)
  }

  private mutating func escapedString(from start: Int) throws(JSONError) -> Text {
    while true {
      skipPlain()
      switch current {
      case UInt8(ascii: "\""):
        position += 1
        return Text(start: start, end: position - 1, isEscaped: true)
      case UInt8(ascii: "\\"):
        try escape()
      default:
        throw failure(.syntax)
      }
    }
  }

  /// Goes to the next quote, backslash, control character or the end, eight bytes at a time.
  @inline(__always)
  private mutating func skipPlain() {
    while let word = text.wordIfPresent(at: position) {
      let hits = Self.special(word)
      guard hits == 0 else {
        position += hits.trailingZeroBitCount / 8
        return
      }
      position += 8
    }
    // Behind the end there is a control character as well.
    while case let byte = current, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
      position += 1
    }
  }

  /// The top bit of the first byte that ends a plain stretch is set; bits above it may be wrong.
  @inline(__always)
  private static func special(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* 0x22)
    let backslashes = word ^ (ones &* 0x5C)
    let quoteHits = (quotes &- ones) & ~quotes
    let backslashHits = (backslashes &- ones) & ~backslashes
    let controlHits = (word &- (ones &* 0x20)) & ~word
    return (quoteHits | backslashHits | controlHits) & (ones &* 0x80)
  }

  private mutating func escape() throws(JSONError) {
    position += 1
    switch current {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
    case UInt8(ascii: "u"):
      try unicodeEscape()
    default:
      throw failure(.syntax)
    }
  }

  private mutating func unicodeEscape() throws(JSONError) {
    let start = position - 1
    let unit = try codeUnit()
    switch unit {
    case 0 where refusesNull:
      throw JSONError(.syntax, at: start)
    case 0xD800...0xDBFF:
      guard current == UInt8(ascii: "\\"), text.byteOrZero(at: position + 1) == UInt8(ascii: "u") else {
        throw JSONError(.surrogate, at: start)
      }
      position += 1
      guard case 0xDC00...0xDFFF = try codeUnit() else { throw JSONError(.surrogate, at: start) }
    case 0xDC00...0xDFFF:
      throw JSONError(.surrogate, at: start)
    default:
      break
    }
  }

  /// Reads `u` and four hexadecimal digits.
  private mutating func codeUnit() throws(JSONError) -> UInt32 {
    position += 1
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Self.hexadecimalValue(current) else { throw failure(.syntax) }
      unit = unit << 4 | digit
      position += 1
    }
    return unit
  }

  static func hexadecimalValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46: UInt32(byte) - 0x37
    case 0x61...0x66: UInt32(byte) - 0x57
    default: nil
    }
  }
}

// MARK: - Numbers, words, whole values

extension JSONCursor {
  /// Reads the number that begins under the cursor and tells whether it has neither fraction nor exponent.
  @inline(__always)
  mutating func number() throws(JSONError) -> Bool {
    if current == UInt8(ascii: "-") { position += 1 }
    if current == UInt8(ascii: "0") {
      position += 1
    } else {
      try digits()
    }
    var isInteger = true
    if current == UInt8(ascii: ".") {
      isInteger = false
      position += 1
      try digits()
    }
    if current | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    return isInteger
  }

  @inline(__always)
  private mutating func digits() throws(JSONError) {
    let start = position
    while current &- 0x30 < 10 { position += 1 }
    guard position > start else { throw failure(.syntax) }
  }

  /// Reads `true`, `false` or `null`.
  mutating func word(_ word: StaticString) throws(JSONError) {
    for byte in Bytes(word) {
      guard current == byte else { throw failure(.syntax) }
      position += 1
    }
  }

  /// Steps over the value under the cursor, whatever it is, checking it as strictly as one that is wanted.
  ///
  /// `depth` is the number of arrays and objects around it; `keys` finds keys that come twice.
  mutating func skipValue(depth: Int, keys: inout JSONKeyList) throws(JSONError) {
    switch current {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    case UInt8(ascii: "["): try skipArray(depth: depth + 1, keys: &keys)
    case UInt8(ascii: "{"): try skipObject(depth: depth + 1, keys: &keys)
    default: _ = try number()
    }
  }

  private mutating func skipArray(depth: Int, keys: inout JSONKeyList) throws(JSONError) {
    guard depth <= Self.depthLimit else { throw failure(.depth) }
    position += 1
    if skip(UInt8(ascii: "]")) { return }
    repeat {
      skipSpace()
      try skipValue(depth: depth, keys: &keys)
    } while skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
  }

  private mutating func skipObject(depth: Int, keys: inout JSONKeyList) throws(JSONError) {
    guard depth <= Self.depthLimit else { throw failure(.depth) }
    let start = position
    position += 1
    if skip(UInt8(ascii: "}")) { return }
    let mark = keys.count
    repeat {
      skipSpace()
      keys.append(try string(), of: text)
      guard skip(UInt8(ascii: ":")) else { throw failure(.syntax) }
      skipSpace()
      try skipValue(depth: depth, keys: &keys)
    } while skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
    guard !keys.removeLast(to: mark) else { throw JSONError(.duplicateKey, at: start) }
  }

  /// Whether `text` is a number as JSON writes them, and nothing else.
  static func isNumber(_ text: String) -> Bool {
    text.withField { text in
      var cursor = JSONCursor(text)
      return (try? cursor.number()) != nil && cursor.isAtEnd
    }
  }
}
