import RequiteFormats
import Yams

/// A value of a configuration file, with its name and line for messages.
package struct ConfigurationValue {
  /// The keys that lead to it, as in `promise.grace_seconds`; empty for the whole file.
  package let name: String
  private let node: Node
  /// The file, as it was named to us.
  package let file: String
  /// What messages call the whole file: `the configuration`.
  private let document: String

  /// The whole of a file.
  init(_ node: Node, file: String, called document: String = "the configuration") {
    self.init(name: "", node: node, file: file, document: document)
  }

  private init(name: String, node: Node, file: String, document: String) {
    self.name = name
    self.node = node
    self.file = file
    self.document = document
  }

  /// A value below this one.
  private func below(_ name: String, _ node: Node) -> ConfigurationValue {
    ConfigurationValue(name: name, node: node, file: file, document: document)
  }

  /// The line it begins in, from 1.
  var line: Int { node.mark?.line ?? 1 }

  /// A failure at this value's line, 78.
  package func failure(_ what: String, remedy: String? = nil) -> Failure {
    Failure(.configuration, what, file: file, line: node.mark?.line, remedy: remedy)
  }

  /// The failure of a value that is not what it must be: `window_days must be a whole number, not a list`.
  package func failure(wanted: String) -> Failure {
    failure("\(name.isEmpty ? document : name) must be \(wanted), not \(found)")
  }

  /// Whether the value is left open: `null`, `~` or nothing.
  package var isNull: Bool {
    guard let scalar = node.scalar, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// The text of a scalar; `nil` for null, lists and mappings.
  package var scalarText: String? {
    isNull ? nil : node.scalar?.string
  }

  /// The text of a scalar without quotes, as numbers are written; `nil` for anything else.
  package var plainText: String? {
    node.scalar?.style == .plain ? scalarText : nil
  }

  /// Whether the value has keys.
  package var isMapping: Bool { node.mapping != nil }

  /// Whether the value is a list.
  package var isList: Bool { node.sequence != nil }

  private var found: String {
    if isNull { return "null" }
    switch node {
    case .scalar(let scalar):
      let text = String(scalar.string.prefix(40)).escapedForMessages + (scalar.string.count > 40 ? "…" : "")
      return scalar.style == .plain ? text : "\"\(text)\""
    case .sequence: return "a list"
    case .mapping: return "a mapping"
    case .alias: return "an alias"
    }
  }
}

// MARK: - Lists and mappings

extension ConfigurationValue {
  /// The values of a list.
  package func elements() throws -> [ConfigurationValue] {
    guard let sequence = node.sequence else { throw failure(wanted: "a list") }
    return sequence.enumerated().map { index, node in
      below("\(name)[\(index)]", node)
    }
  }

  /// The keys and values of a mapping, in the order of the file.
  package func members() throws -> [(key: String, value: ConfigurationValue)] {
    guard let mapping = node.mapping else { throw failure(wanted: "a mapping") }
    return try mapping.map { keyNode, node in
      let text = try below("a key of \(name.isEmpty ? document : name)", keyNode).text()
      return (text, below(name.isEmpty ? text : "\(name).\(text)", node))
    }
  }

  /// The values of a mapping that must have exactly these keys, in the order of `keys`.
  func members(exactly keys: [String]) throws -> [ConfigurationValue] {
    let members = try members()
    for member in members where !keys.contains(member.key) {
      throw member.value.unknown(member.key, known: keys, in: self)
    }
    return try keys.map { key in
      guard let member = members.first(where: { $0.key == key }) else { throw failure("\(name) has no \(key)") }
      return member.value
    }
  }

  /// Reads a section: every key in it must be known; what is not given stays as it is.
  func read<Section: ConfigurationSection>(into section: inout Section) throws {
    for (name, value) in try members() {
      guard let key = Section.keys.first(where: { $0.name == name }) else {
        throw value.unknown(name, known: Section.keys.map(\.name), in: self)
      }
      try key.read(&section, value)
    }
  }

  /// The failure of a key that nobody knows.
  package func unknown(_ key: String, known: [String], in parent: ConfigurationValue) -> Failure {
    let prefix = parent.name.isEmpty ? "" : "\(parent.name)."
    let nearest = NearestKey.of(key, among: known)
    return failure(
      "\(prefix)\(key.escapedForMessages) is not a known key", remedy: nearest.map { "Did you mean \(prefix)\($0)?" })
  }
}
