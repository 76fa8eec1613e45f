/// Goes through one object a line, checks all of it and keeps the values of the wanted keys.
struct JSONObjectWalk: ~Copyable {
  private var table: JSONKeyTable
  /// Keys of nested objects, and those the table has no room for.
  private var keys = JSONKeyList()
  /// The strings of the current value that are escaped.
  private let decoded = ByteArena()

  init(wanted: [String]) {
    table = JSONKeyTable(wanted: wanted)
  }

  /// Keys met that were not wanted, in the order they were met, at most 100.
  var unknownKeys: [String] {
    table.unknownKeys
  }

  /// Reads the object from `start` to the end of `text` into `fields`, which must be empty; or tells what is wrong with it.
  mutating func read(
    _ text: Bytes, from start: Int, into fields: PinnedSlots<Bytes>
  ) -> RowFault.JSONFault? {
    table.beginObject()
    keys.removeAll()
    decoded.reset()
    var cursor = JSONCursor(text, from: start, refusesNull: true)
    do throws(JSONError) {
      cursor.skipSpace()
      let fault = cursor.current == UInt8(ascii: "{") ? try object(&cursor, fields) : try otherValue(&cursor)
      if let fault { return fault }
      cursor.skipSpace()
      return cursor.isAtEnd ? nil : .syntax
    } catch {
      return RowFault.JSONFault(error.reason)
    }
  }

  private mutating func object(
    _ cursor: inout JSONCursor, _ fields: PinnedSlots<Bytes>
  ) throws(JSONError) -> RowFault.JSONFault? {
    cursor.position += 1
    if cursor.skip(UInt8(ascii: "}")) { return nil }
    repeat {
      cursor.skipSpace()
      let key = try cursor.string()
      guard cursor.skip(UInt8(ascii: ":")) else { return .syntax }
      cursor.skipSpace()
      switch table.take(bytes(of: key, in: cursor)) {
      case .wanted(let field):
        if let fault = try value(&cursor, field: field, of: fields) { return fault }
      case .unknown:
        try cursor.skipValue(depth: 1, keys: &keys)
      case .untracked:
        keys.append(key, of: cursor.text)
        try cursor.skipValue(depth: 1, keys: &keys)
      case .duplicate:
        return .duplicateKey
      }
    } while cursor.skip(UInt8(ascii: ","))
    try cursor.expect(UInt8(ascii: "}"))
    return keys.removeLast(to: 0) ? .duplicateKey : nil
  }

  /// Reads the value of a wanted key.
  @inline(__always)
  private mutating func value(
    _ cursor: inout JSONCursor, field: Int, of fields: PinnedSlots<Bytes>
  ) throws(JSONError) -> RowFault.JSONFault? {
    let start = cursor.position
    switch cursor.current {
    case UInt8(ascii: "\""):
      fields[field] = bytes(of: try cursor.string(), in: cursor)
      return nil
    case UInt8(ascii: "["), UInt8(ascii: "{"): return .wrongType(column: field)
    case UInt8(ascii: "n"):
      try cursor.word("null")
      return nil
    case UInt8(ascii: "t"): try cursor.word("true")
    case UInt8(ascii: "f"): try cursor.word("false")
    default: _ = try cursor.number()
    }
    fields[field] = cursor.text.part(from: start, to: cursor.position)
    return nil
  }

  @inline(__always)
  private func bytes(of string: JSONCursor.Text, in cursor: JSONCursor) -> Bytes {
    let written = cursor.text.part(from: string.start, to: string.end)
    return string.isEscaped ? decoded.make(atMost: written.count) { JSONEscapes.decode(written, to: &$0) } : written
  }

  private mutating func otherValue(_ cursor: inout JSONCursor) throws(JSONError) -> RowFault.JSONFault? {
    try cursor.skipValue(depth: 0, keys: &keys)
    cursor.skipSpace()
    return cursor.isAtEnd ? .notAnObject : .syntax
  }
}

// MARK: - Plain objects

extension JSONObjectWalk {
  /// Reads an object by the places of its quotes, and tells whether that was possible.
  ///
  /// It is for objects that are plain and right, as nearly all are; ``read(_:from:into:)`` tells what is wrong with
  /// others. What it presumes ``PlainJSON`` says; `quotes` is moved on.
  mutating func readPlain(
    _ text: Bytes, from start: Int, quotes: inout PositionCursor, into fields: PinnedSlots<Bytes>
  ) -> Bool {
    guard text.byteOrZero(at: start) == UInt8(ascii: "{") else { return false }
    table.beginObject()
    var position = start + 1
    repeat {
      guard let key = PlainJSON.place(text, &position, &quotes) else { return false }
      guard text.byteOrZero(at: position) == UInt8(ascii: ":") else { return false }
      position += 1
      var field = -1
      switch table.take(text, from: key.start, to: key.end) {
      case .wanted(let index): field = index
      case .unknown: break
      case .untracked, .duplicate: return false
      }
      if let string = PlainJSON.string(text, &position, &quotes) {
        if field >= 0 { fields[field] = string }
      } else if !otherPlainValue(text, &position, &quotes, field: field, of: fields) {
        return false
      }
    } while PlainJSON.step(over: UInt8(ascii: ","), text, &position)
    guard PlainJSON.step(over: UInt8(ascii: "}"), text, &position) else { return false }
    PlainJSON.skipSpaces(text, &position)
    return position == text.count
  }

  /// Reads a value that is no string.
  private mutating func otherPlainValue(
    _ text: Bytes, _ position: inout Int, _ quotes: inout PositionCursor, field: Int, of fields: PinnedSlots<Bytes>
  ) -> Bool {
    var cursor = JSONCursor(text, from: position, refusesNull: true)
    do throws(JSONError) {
      if field < 0 {
        try cursor.skipValue(depth: 1, keys: &keys)
      } else if try value(&cursor, field: field, of: fields) != nil {
        return false
      }
    } catch {
      return false
    }
    position = cursor.position
    quotes.skip(before: position)
    return true
  }
}

extension RowFault.JSONFault {
  init(_ reason: JSONError.Reason) {
    switch reason {
    case .syntax, .encoding: self = .syntax
    case .duplicateKey: self = .duplicateKey
    case .depth: self = .depth
    case .surrogate: self = .surrogate
    }
  }
}
