/// Goes through one JSON value, checks all of it, and keeps what stands at the wanted paths.
struct JSONPathWalk: ~Copyable {
  private let tree: JSONPathTree
  /// The keys of each object on the way to something wanted.
  private let tables: UnsafeMutablePointer<JSONKeyTable>
  private var keys = JSONKeyList()
  private var scratch = Scratch()

  /// A walk along `paths`, each of which is there once.
  init(_ paths: [JSONPath]) {
    tree = JSONPathTree(paths)
    tables = .allocate(capacity: tree.tableCount + 1)
    for node in tree.nodes where node.table >= 0 {
      (tables + node.table).initialize(to: JSONKeyTable(wanted: Array(tree.keys[node.children])))
    }
  }

  deinit {
    tables.deinitialize(count: tree.tableCount)
    tables.deallocate()
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

// MARK: - Values

extension JSONPathWalk {
  private mutating func value(
    _ cursor: inout JSONCursor, node index: Int, depth: Int, _ fields: borrowing FieldTable
  ) throws(JSONError) {
    let node = tree.nodes[index]
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
