/// Goes through one object a line, checks all of it and keeps the values of the wanted keys.
struct JSONObjectWalk: ~Copyable {
  private var table: JSONKeyTable
  /// Keys of nested objects, and those the table has no room for.
  private var keys = JSONKeyList()
  private var scratch = Scratch()

  init(wanted: [String]) {
    table = JSONKeyTable(wanted: wanted)
  }

  /// Keys met that were not wanted, in the order they were met, at most 100.
  var unknownKeys: [String] {
    table.unknownKeys
  }

  /// Reads the object between two places into `fields`, which must be empty; or tells what is wrong with it.
  mutating func read(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, into fields: borrowing FieldTable
  ) -> RowFault.JSONFault? {
    table.beginObject()
    keys.removeAll()
    scratch.reset(capacity: end - start)
    var cursor = JSONCursor(base, from: start, to: end, refusesNull: true)
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
    _ cursor: inout JSONCursor, _ fields: borrowing FieldTable
  ) throws(JSONError) -> RowFault.JSONFault? {
    cursor.position += 1
    if cursor.skip(UInt8(ascii: "}")) { return nil }
    repeat {
      cursor.skipSpace()
      let key = try cursor.text()
      guard cursor.skip(UInt8(ascii: ":")) else { return .syntax }
      cursor.skipSpace()
      switch table.take(bytes(of: key, in: cursor)) {
      case .wanted(let field):
        if let fault = try value(&cursor, field: field, of: fields) { return fault }
      case .unknown:
        try cursor.skipValue(depth: 1, keys: &keys)
      case .untracked:
        keys.append(key, of: cursor.base)
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
    _ cursor: inout JSONCursor, field: Int, of fields: borrowing FieldTable
  ) throws(JSONError) -> RowFault.JSONFault? {
    let start = cursor.position
    switch cursor.current {
    case UInt8(ascii: "\""):
      fields[field] = bytes(of: try cursor.text(), in: cursor)
      return nil
    case UInt8(ascii: "["), UInt8(ascii: "{"): return .wrongType(column: field)
    case UInt8(ascii: "n"):
      try cursor.word("null")
      return nil
    case UInt8(ascii: "t"): try cursor.word("true")
    case UInt8(ascii: "f"): try cursor.word("false")
    default: _ = try cursor.number()
    }
    fields[field] = Bytes(start: cursor.base + start, count: cursor.position - start)
    return nil
  }

  @inline(__always)
  private mutating func bytes(of text: JSONCursor.Text, in cursor: JSONCursor) -> Bytes {
    text.isEscaped
      ? scratch.keep(JSONEscapes.decode(text, of: cursor.base, to: scratch.next))
      : Bytes(start: cursor.base + text.start, count: text.end - text.start)
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
  /// It is for objects that are plain and right, as nearly all are; ``read(_:from:to:into:)`` tells what is wrong with
  /// others. There must be neither backslashes nor control characters between the two places. `quotes` are the places
  /// of the quotes from `start` on, with two marks behind the last that are greater than `end`; it is moved on.
  mutating func readPlain(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, quotes: inout UnsafePointer<UInt32>,
    into fields: borrowing FieldTable
  ) -> Bool {
    guard base[start] == UInt8(ascii: "{") else { return false }
    table.beginObject()
    var position = start + 1
    repeat {
      guard let key = PlainJSON.text(base, &position, to: end, &quotes), base[position] == UInt8(ascii: ":") else {
        return false
      }
      position += 1
      var field = -1
      switch table.take(key) {
      case .wanted(let index): field = index
      case .unknown: break
      case .untracked, .duplicate: return false
      }
      if let text = PlainJSON.text(base, &position, to: end, &quotes) {
        if field >= 0 { fields[field] = text }
      } else if !otherPlainValue(base, &position, to: end, &quotes, field: field, of: fields) {
        return false
      }
    } while PlainJSON.step(over: UInt8(ascii: ","), base, &position)
    guard PlainJSON.step(over: UInt8(ascii: "}"), base, &position) else { return false }
    PlainJSON.skipSpaces(base, &position)
    return position == end
  }

  /// Reads a value that is no string.
  private mutating func otherPlainValue(
    _ base: UnsafePointer<UInt8>, _ position: inout Int, to end: Int, _ quotes: inout UnsafePointer<UInt32>,
    field: Int, of fields: borrowing FieldTable
  ) -> Bool {
    var cursor = JSONCursor(base, from: position, to: end, refusesNull: true)
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
    while Int(quotes[0]) < position { quotes += 1 }
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
