/// Goes through one JSON value, checks all of it, and keeps what stands at the wanted paths.
struct JSONPathWalk: ~Copyable {
  /// The places on the way to something wanted, the root first.
  private let nodes: UnsafeMutablePointer<JSONPathTree.Node>
  private let tree: JSONPathTree
  /// The keys of each object on the way to something wanted.
  private let tables: UnsafeMutablePointer<JSONKeyTable>
  private var keys = JSONKeyList()
  private var scratch = Scratch()

  /// A walk along `paths`, each of which is there once.
  init(_ paths: [JSONPath]) {
    tree = JSONPathTree(paths)
    nodes = .allocate(capacity: tree.nodes.count)
    nodes.initialize(from: tree.nodes, count: tree.nodes.count)
    tables = .allocate(capacity: tree.tableCount + 1)
    for node in tree.nodes where node.table >= 0 {
      (tables + node.table).initialize(to: JSONKeyTable(wanted: Array(tree.keys[node.children])))
    }
  }

  deinit {
    tables.deinitialize(count: tree.tableCount)
    tables.deallocate()
    nodes.deinitialize(count: tree.nodes.count)
    nodes.deallocate()
  }

  /// Reads the object between two places into `fields`, which must be empty; or tells what is wrong with it.
  mutating func readObject(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, into fields: borrowing FieldTable
  ) -> RowFault.JSONFault? {
    keys.removeAll()
    scratch.reset(capacity: end - start)
    var cursor = JSONCursor(base, from: start, to: end, refusesNull: true)
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
  func hasPlainValue(longerThan limit: Int, in fields: borrowing FieldTable) -> Bool {
    for node in tree.nodes where node.plain >= 0 && fields[node.plain].count > limit { return true }
    return false
  }

  /// Reads the element of an array that begins at or behind `position`, into `fields`, which must be empty.
  ///
  /// `position` is moved behind it and its comma. The array must have been checked before.
  ///
  /// - Returns: whether there was one.
  mutating func readElement(_ array: Bytes, position: inout Int, into fields: borrowing FieldTable) -> Bool {
    keys.removeAll()
    scratch.reset(capacity: array.count)
    var cursor = JSONCursor(array.start, from: position, to: array.count, refusesNull: true)
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
  /// It is for objects that are plain and right, as nearly all are; ``readObject(_:from:to:into:)`` tells what is wrong
  /// with others. What it presumes ``PlainJSON`` says; `quotes` is moved on.
  mutating func readPlain(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, quotes: inout UnsafePointer<UInt32>,
    into fields: borrowing FieldTable
  ) -> Bool {
    guard base[start] == UInt8(ascii: "{"), nodes[0].table >= 0 else { return false }
    keys.removeAll()
    var position = start
    guard readPlain(base, &position, to: end, &quotes, node: 0, depth: 1, fields) else { return false }
    PlainJSON.skipSpaces(base, &position)
    return position == end
  }

  /// Reads the object that begins here, at a place with others below.
  private mutating func readPlain(
    _ base: UnsafePointer<UInt8>, _ position: inout Int, to end: Int, _ quotes: inout UnsafePointer<UInt32>,
    node index: Int, depth: Int, _ fields: borrowing FieldTable
  ) -> Bool {
    guard depth <= JSONCursor.depthLimit else { return false }
    let node = nodes[index]
    let start = position
    position += 1
    tables[node.table].beginObject()
    repeat {
      guard let key = PlainJSON.text(base, &position, to: end, &quotes), base[position] == UInt8(ascii: ":") else {
        return false
      }
      position += 1
      var child = -1
      switch tables[node.table].take(key) {
      case .wanted(let place): child = node.children.lowerBound + place
      case .unknown: break
      case .untracked, .duplicate: return false
      }
      if let text = PlainJSON.text(base, &position, to: end, &quotes) {
        if child >= 0 { keep(text, at: child, fields) }
      } else if child >= 0, base[position] == UInt8(ascii: "{"), nodes[child].table >= 0 {
        guard readPlain(base, &position, to: end, &quotes, node: child, depth: depth + 1, fields) else { return false }
      } else if !otherPlainValue(base, &position, to: end, &quotes, node: child, depth: depth, fields) {
        return false
      }
    } while PlainJSON.step(over: UInt8(ascii: ","), base, &position)
    guard PlainJSON.step(over: UInt8(ascii: "}"), base, &position) else { return false }
    if node.any >= 0 { fields[node.any] = Bytes(start: base + start, count: position - start) }
    return true
  }

  /// Reads a value that is neither a string nor an object on the way to something wanted.
  private mutating func otherPlainValue(
    _ base: UnsafePointer<UInt8>, _ position: inout Int, to end: Int, _ quotes: inout UnsafePointer<UInt32>,
    node: Int, depth: Int, _ fields: borrowing FieldTable
  ) -> Bool {
    var cursor = JSONCursor(base, from: position, to: end, refusesNull: true)
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
    while Int(quotes[0]) < position { quotes += 1 }
    return true
  }

  @inline(__always)
  private func keep(_ text: Bytes, at node: Int, _ fields: borrowing FieldTable) {
    let (plain, any) = (nodes[node].plain, nodes[node].any)
    if plain >= 0 { fields[plain] = text }
    if any >= 0 { fields[any] = text }
  }
}

// MARK: - Values

extension JSONPathWalk {
  private mutating func value(
    _ cursor: inout JSONCursor, node index: Int, depth: Int, _ fields: borrowing FieldTable
  ) throws(JSONError) {
    let node = nodes[index]
    let start = cursor.position
    switch cursor.current {
    case UInt8(ascii: "\""):
      let text = bytes(of: try cursor.text(), in: cursor)
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
    _ cursor: inout JSONCursor, _ node: JSONPathTree.Node, depth: Int, _ fields: borrowing FieldTable
  ) throws(JSONError) {
    guard depth <= JSONCursor.depthLimit else { throw cursor.failure(.depth) }
    let start = cursor.position
    let mark = keys.count
    cursor.position += 1
    tables[node.table].beginObject()
    if cursor.skip(UInt8(ascii: "}")) { return }
    repeat {
      cursor.skipSpace()
      let key = try cursor.text()
      guard cursor.skip(UInt8(ascii: ":")) else { throw cursor.failure(.syntax) }
      cursor.skipSpace()
      switch tables[node.table].take(bytes(of: key, in: cursor)) {
      case .wanted(let child): try value(&cursor, node: node.children.lowerBound + child, depth: depth, fields)
      case .unknown: try cursor.skipValue(depth: depth, keys: &keys)
      case .untracked:
        keys.append(key, of: cursor.base)
        try cursor.skipValue(depth: depth, keys: &keys)
      case .duplicate: throw JSONError(.duplicateKey, at: start)
      }
    } while cursor.skip(UInt8(ascii: ","))
    try cursor.expect(UInt8(ascii: "}"))
    guard !keys.removeLast(to: mark) else { throw JSONError(.duplicateKey, at: start) }
  }

  private mutating func array(
    _ cursor: inout JSONCursor, _ node: JSONPathTree.Node, depth: Int, _ fields: borrowing FieldTable
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
    Bytes(start: cursor.base + start, count: cursor.position - start)
  }

  @inline(__always)
  private mutating func bytes(of text: JSONCursor.Text, in cursor: JSONCursor) -> Bytes {
    text.isEscaped
      ? scratch.keep(JSONEscapes.decode(text, of: cursor.base, to: scratch.next))
      : Bytes(start: cursor.base + text.start, count: text.end - text.start)
  }
}
