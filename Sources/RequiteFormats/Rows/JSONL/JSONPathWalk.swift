/// Goes through one JSON value, checks all of it, and keeps what stands at the wanted paths.
struct JSONPathWalk: ~Copyable {
  /// The places on the way to something wanted, the root first.
  private let nodes: PinnedArray<JSONPathTree.Node>
  private let tree: JSONPathTree
  /// The keys of each object on the way to something wanted.
  private var tables: OwnedArray<JSONKeyTable>
  private var keys = JSONKeyList()
  /// The strings of the current value that are escaped.
  private let decoded = ByteArena()

  /// A walk along `paths`, each of which is there once.
  init(_ paths: [JSONPath]) {
    tree = JSONPathTree(paths)
    nodes = PinnedArray(tree.nodes)
    let parents = tree.parents
    tables = OwnedArray(count: parents.count) { [keys = tree.keys] table in
      JSONKeyTable(wanted: Array(keys[parents[table].children]))
    }
  }

  /// Reads the object from `start` to the end of `text` into `fields`, which must be empty; or tells what is wrong with it.
  mutating func readObject(
    _ text: Bytes, from start: Int, into fields: PinnedSlots<Bytes>
  ) -> RowFault.JSONFault? {
    keys.removeAll()
    decoded.reset()
    var cursor = JSONCursor(text, from: start, refusesNull: true)
    do throws(JSONError) {
      cursor.skipSpace()
      let isObject = cursor.current == UInt8(ascii: "{")
      try value(&cursor, node: 0, depth: 0, fields)
      cursor.skipSpace()
      return !cursor.isAtEnd ? .syntax : isObject ? nil : .notAnObject
    } catch {
      return RowFault.JSONFault(error.reason)
    }
  }

  /// Whether a value that is neither an array nor an object is too long: those may be as long as a row.
  func hasPlainValue(longerThan limit: Int, in fields: PinnedSlots<Bytes>) -> Bool {
    for node in tree.nodes where node.plain >= 0 && fields[node.plain].count > limit { return true }
    return false
  }

  /// Reads the element of an array that begins at or behind `position`, into `fields`, which must be empty.
  ///
  /// `position` is moved behind it and its comma. The array must have been checked before.
  ///
  /// - Returns: whether there was one.
  mutating func readElement(_ array: Bytes, position: inout Int, into fields: PinnedSlots<Bytes>) -> Bool {
    keys.removeAll()
    decoded.reset()
    var cursor = JSONCursor(array, from: position, refusesNull: true)
    do throws(JSONError) {
      cursor.skipSpace()
      guard !cursor.isAtEnd, cursor.current != UInt8(ascii: "]") else { return false }
      try value(&cursor, node: 0, depth: 1, fields)
      _ = cursor.skip(UInt8(ascii: ","))
      position = cursor.position
      return true
    } catch {
      return false
    }
  }
}

// MARK: - Plain objects

extension JSONPathWalk {
  /// Reads an object by the places of its quotes, and tells whether that was possible; fields may be filled if not.
  ///
  /// It is for objects that are plain and right, as nearly all are; ``readObject(_:from:into:)`` tells what is wrong
  /// with others. What it presumes ``PlainJSON`` says; `quotes` is moved on.
  mutating func readPlain(
    _ text: Bytes, from start: Int, quotes: inout PositionCursor, into fields: PinnedSlots<Bytes>
  ) -> Bool {
    guard text.byteOrZero(at: start) == UInt8(ascii: "{"), nodes[0].table >= 0 else { return false }
    keys.removeAll()
    var position = start
    guard readPlain(text, &position, &quotes, node: 0, depth: 1, fields) else { return false }
    PlainJSON.skipSpaces(text, &position)
    return position == text.count
  }

  /// Reads the object that begins here, at a place with others below.
  private mutating func readPlain(
    _ text: Bytes, _ position: inout Int, _ quotes: inout PositionCursor,
    node index: Int, depth: Int, _ fields: PinnedSlots<Bytes>
  ) -> Bool {
    guard depth <= JSONCursor.depthLimit else { return false }
    let node = nodes[index]
    let start = position
    position += 1
    tables[node.table].beginObject()
    repeat {
      guard let key = PlainJSON.place(text, &position, &quotes) else { return false }
      guard text.byteOrZero(at: position) == UInt8(ascii: ":") else { return false }
      position += 1
      var child = -1
      switch tables[node.table].take(text, from: key.start, to: key.end) {
      case .wanted(let place): child = node.firstChild + place
      case .unknown: break
      case .untracked, .duplicate: return false
      }
      if let string = PlainJSON.string(text, &position, &quotes) {
        if child >= 0 { keep(string, at: child, fields) }
      } else if child >= 0, text.byteOrZero(at: position) == UInt8(ascii: "{"), nodes[child].table >= 0 {
        guard readPlain(text, &position, &quotes, node: child, depth: depth + 1, fields) else { return false }
      } else if !otherPlainValue(text, &position, &quotes, node: child, depth: depth, fields) {
        return false
      }
    } while PlainJSON.step(over: UInt8(ascii: ","), text, &position)
    guard PlainJSON.step(over: UInt8(ascii: "}"), text, &position) else { return false }
    if node.any >= 0 { fields[node.any] = text.part(from: start, to: position) }
    return true
  }

  /// Reads a value that is neither a string nor an object on the way to something wanted.
  private mutating func otherPlainValue(
    _ text: Bytes, _ position: inout Int, _ quotes: inout PositionCursor,
    node: Int, depth: Int, _ fields: PinnedSlots<Bytes>
  ) -> Bool {
    var cursor = JSONCursor(text, from: position, refusesNull: true)
    do throws(JSONError) {
      if node < 0 {
        try cursor.skipValue(depth: depth, keys: &keys)
      } else {
        try value(&cursor, node: node, depth: depth, fields)
      }
    } catch {
      return false
    }
    position = cursor.position
    quotes.skip(before: position)
    return true
  }

  @inline(__always)
  private func keep(_ text: Bytes, at node: Int, _ fields: PinnedSlots<Bytes>) {
    let (plain, any) = (nodes[node].plain, nodes[node].any)
    if plain >= 0 { fields[plain] = text }
    if any >= 0 { fields[any] = text }
  }
}

// MARK: - Values

extension JSONPathWalk {
  private mutating func value(
    _ cursor: inout JSONCursor, node index: Int, depth: Int, _ fields: PinnedSlots<Bytes>
  ) throws(JSONError) {
    let node = nodes[index]
    let start = cursor.position
    switch cursor.current {
    case UInt8(ascii: "\""):
      let text = bytes(of: try cursor.string(), in: cursor)
      if node.plain >= 0 { fields[node.plain] = text }
      if node.any >= 0 { fields[node.any] = text }
      return
    case UInt8(ascii: "n"): return try cursor.word("null")
    case UInt8(ascii: "{") where node.table >= 0: try object(&cursor, node, depth: depth + 1, fields)
    case UInt8(ascii: "[") where node.table >= 0: try array(&cursor, node, depth: depth + 1, fields)
    case UInt8(ascii: "{"), UInt8(ascii: "["): try cursor.skipValue(depth: depth, keys: &keys)
    default:
      try cursor.skipValue(depth: depth, keys: &keys)
      if node.plain >= 0 { fields[node.plain] = span(cursor, from: start) }
    }
    if node.any >= 0 { fields[node.any] = span(cursor, from: start) }
  }

  private mutating func object(
    _ cursor: inout JSONCursor, _ node: JSONPathTree.Node, depth: Int, _ fields: PinnedSlots<Bytes>
  ) throws(JSONError) {
    guard depth <= JSONCursor.depthLimit else { throw cursor.failure(.depth) }
    let start = cursor.position
    let mark = keys.count
    cursor.position += 1
    tables[node.table].beginObject()
    if cursor.skip(UInt8(ascii: "}")) { return }
    repeat {
      cursor.skipSpace()
      let key = try cursor.string()
      guard cursor.skip(UInt8(ascii: ":")) else { throw cursor.failure(.syntax) }
      cursor.skipSpace()
      switch tables[node.table].take(bytes(of: key, in: cursor)) {
      case .wanted(let child): try value(&cursor, node: node.firstChild + child, depth: depth, fields)
      case .unknown: try cursor.skipValue(depth: depth, keys: &keys)
      case .untracked:
        keys.append(key, of: cursor.text)
        try cursor.skipValue(depth: depth, keys: &keys)
      case .duplicate: throw JSONError(.duplicateKey, at: start)
      }
    } while cursor.skip(UInt8(ascii: ","))
    try cursor.expect(UInt8(ascii: "}"))
    guard !keys.removeLast(to: mark) else { throw JSONError(.duplicateKey, at: start) }
  }

  private mutating func array(
    _ cursor: inout JSONCursor, _ node: JSONPathTree.Node, depth: Int, _ fields: PinnedSlots<Bytes>
  ) throws(JSONError) {
    guard depth <= JSONCursor.depthLimit else { throw cursor.failure(.depth) }
    cursor.position += 1
    if cursor.skip(UInt8(ascii: "]")) { return }
    var number = 0
    repeat {
      cursor.skipSpace()
      if let child = node.children.first(where: { tree.numbers[$0] == number }) {
        try value(&cursor, node: child, depth: depth, fields)
      } else {
        try cursor.skipValue(depth: depth, keys: &keys)
      }
      number += 1
    } while cursor.skip(UInt8(ascii: ","))
    try cursor.expect(UInt8(ascii: "]"))
  }

  private func span(_ cursor: JSONCursor, from start: Int) -> Bytes {
    cursor.text.part(from: start, to: cursor.position)
  }

  @inline(__always)
  private func bytes(of string: JSONCursor.Text, in cursor: JSONCursor) -> Bytes {
    let written = cursor.text.part(from: string.start, to: string.end)
    return string.isEscaped ? decoded.make(atMost: written.count) { JSONEscapes.decode(written, to: &$0) } : written
  }
}
