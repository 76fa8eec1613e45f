extension JSONValue {
  /// Reads one JSON document, strictly by RFC 8259.
  ///
  /// Refused besides bad syntax: text that is not UTF-8 or has a byte order mark, a key twice in one object, half of a
  /// surrogate pair, more than 64 levels, anything but white space after the value. `-0` is the integer 0.
  public init(parsing bytes: [UInt8]) throws(JSONError) {
    let result = bytes.withField { text in
      Result { () throws(JSONError) in try JSONValue(parsing: text) }
    }
    self = try result.get()
  }

  /// Reads one JSON document, strictly by RFC 8259.
  ///
  /// See ``init(parsing:)-([UInt8])``.
  public init(parsing text: Bytes) throws(JSONError) {
    if let offset = UTF8Check.firstFault(in: text) { throw JSONError(.encoding, at: offset) }
    var parser = JSONParser(cursor: JSONCursor(text))
    self = try parser.document()
  }
}

private struct JSONParser {
  var cursor: JSONCursor

  mutating func document() throws(JSONError) -> JSONValue {
    cursor.skipSpace()
    let value = try value(depth: 0)
    cursor.skipSpace()
    guard cursor.isAtEnd else { throw cursor.failure(.syntax) }
    return value
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    switch cursor.current {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "t"):
      try cursor.word("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try cursor.word("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try cursor.word("null")
      return .null
    default: return try number()
    }
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = cursor.position
    let isInteger = try cursor.number()
    let text = string(from: start, to: cursor.position)
    guard isInteger, let number = Int64(text) else { return .decimal(text) }
    return .integer(number)
  }

  private mutating func string() throws(JSONError) -> String {
    let text = try cursor.string()
    guard text.isEscaped else { return string(from: text.start, to: text.end) }
    let written = cursor.text.part(from: text.start, to: text.end)
    let decoded = [UInt8](capacity: written.count) { JSONEscapes.decode(written, to: &$0) }
    return String(decoding: decoded, as: UTF8.self)
  }

  private func string(from start: Int, to end: Int) -> String {
    cursor.text.part(from: start, to: end).string
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    guard depth <= JSONCursor.depthLimit else { throw cursor.failure(.depth) }
    cursor.position += 1
    var elements: [JSONValue] = []
    if cursor.skip(UInt8(ascii: "]")) { return .array(elements) }
    repeat {
      cursor.skipSpace()
      elements.append(try value(depth: depth))
    } while cursor.skip(UInt8(ascii: ","))
    try cursor.expect(UInt8(ascii: "]"))
    return .array(elements)
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    guard depth <= JSONCursor.depthLimit else { throw cursor.failure(.depth) }
    cursor.position += 1
    var members: [String: JSONValue] = [:]
    if cursor.skip(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      cursor.skipSpace()
      let start = cursor.position
      let key = try string()
      guard cursor.skip(UInt8(ascii: ":")) else { throw cursor.failure(.syntax) }
      cursor.skipSpace()
      let value = try value(depth: depth)
      guard members.updateValue(value, forKey: key) == nil else { throw JSONError(.duplicateKey, at: start) }
    } while cursor.skip(UInt8(ascii: ","))
    try cursor.expect(UInt8(ascii: "}"))
    return .object(members)
  }
}
