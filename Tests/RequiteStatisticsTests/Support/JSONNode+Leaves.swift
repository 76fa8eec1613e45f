extension JSONNode {
  /// The paths of all values that are no objects, such as `simple/p1/wald`, ascending; an array is one value.
  var leafPaths: [String] {
    guard case .object(let entries) = self else { return [""] }
    return entries.flatMap { key, value in
      value.leafPaths.map { $0.isEmpty ? key : "\(key)/\($0)" }
    }.sorted()
  }
}

/// A path in which `*` stands for any one key: `simple/*/wald`.
struct PathPattern: Hashable, Sendable, CustomStringConvertible {
  let description: String
  private let wanted: [Substring]

  init(_ description: String) {
    self.description = description
    wanted = description.split(separator: "/")
  }

  /// Whether the path is one of those meant.
  func matches(_ path: String) -> Bool {
    let keys = path.split(separator: "/")
    return wanted.count == keys.count && zip(wanted, keys).allSatisfy { $0 == "*" || $0 == $1 }
  }
}
