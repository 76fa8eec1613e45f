/// Several paths as one tree, so that a value is gone through once for all of them.
struct JSONPathTree {
  /// A place in a value.
  struct Node: BitwiseCopyable {
    /// The field for a plain value here; -1 if none is wanted.
    var plain = -1
    /// The field for whatever is here; -1 if none is wanted.
    var any = -1
    /// The places below, a part of the list of nodes: the first, and how many there are.
    var firstChild = 0
    var childCount = 0
    /// The number of the table of the keys below; -1 without any.
    var table = -1

    /// The places below.
    var children: Range<Int> { firstChild..<firstChild + childCount }
  }

  /// All places, the root first.
  private(set) var nodes: [Node] = [Node()]
  /// The key of each node, empty for the root.
  private(set) var keys: [String] = [""]
  /// The key of each node as a number, -1 if it is none.
  private(set) var numbers: [Int] = [-1]
  /// How many nodes have others below.
  private var tableCount = 0

  /// The nodes that have others below, by the numbers of their tables.
  var parents: [Node] {
    nodes.filter { $0.table >= 0 }.sorted { $0.table < $1.table }
  }

  /// Places the paths; the fields are numbered as they are.
  init(_ paths: [JSONPath]) {
    grow(0, paths.enumerated().map { ($0.element.keys[...], $0.offset) }, paths)
  }

  private mutating func grow(_ node: Int, _ rest: [(keys: ArraySlice<String>, field: Int)], _ paths: [JSONPath]) {
    for (keys, field) in rest where keys.isEmpty {
      if paths[field].takesAny { nodes[node].any = field } else { nodes[node].plain = field }
    }
    var names: [String] = []
    for (keys, _) in rest { if let first = keys.first, !names.contains(first) { names.append(first) } }
    guard !names.isEmpty else { return }
    let first = nodes.count
    nodes[node].firstChild = first
    nodes[node].childCount = names.count
    nodes[node].table = tableCount
    tableCount += 1
    for name in names {
      nodes.append(Node())
      keys.append(name)
      numbers.append(Int(name) ?? -1)
    }
    for (index, name) in names.enumerated() {
      grow(first + index, rest.filter { $0.keys.first == name }.map { ($0.keys.dropFirst(), $0.field) }, paths)
    }
  }
}
