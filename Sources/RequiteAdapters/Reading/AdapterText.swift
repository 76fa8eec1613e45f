import RequiteCommand

/// The texts of an adapter file, with the parameters filled in.
struct AdapterText {
  /// The value of each parameter.
  let parameters: [String: String]

  /// A text with the parameters filled in, for `{name}` what the parameter says.
  ///
  /// It may be empty.
  func text(_ value: ConfigurationValue) throws -> String {
    if value.isNull { return "" }
    guard let text = value.scalarText else { throw value.failure(wanted: "a text") }
    return try filled(text, value)
  }

  /// A text that is not empty.
  func name(_ value: ConfigurationValue) throws -> String {
    let text = try text(value)
    guard !text.isEmpty else { throw value.failure("\(value.name) must not be empty") }
    return text
  }

  /// One text or a list of them.
  func texts(_ value: ConfigurationValue) throws -> [String] {
    value.isList ? try value.elements().map(text) : [try text(value)]
  }

  /// Fills the parameters into a text.
  func filled(_ text: String, _ value: ConfigurationValue) throws -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      let name = rest[rest.index(after: open)...].prefix { $0 != "}" && $0 != "{" }
      guard AdapterText.isName(name), name.endIndex < rest.endIndex, rest[name.endIndex] == "}" else {
        result += "{"
        rest = rest[rest.index(after: open)...]
        continue
      }
      guard let parameter = parameters[String(name)] else {
        let nearest = NearestKey.of(String(name), among: parameters.keys.sorted())
        throw value.failure(
          "\(value.name): {\(name)} is not a parameter of this adapter",
          remedy: nearest.map { "Did you mean {\($0)}?" } ?? "List it under parameters.")
      }
      result += parameter
      rest = rest[rest.index(after: name.endIndex)...]
    }
    return result + rest
  }

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F || (0x30...0x39).contains($0) }
  }
}

extension ConfigurationValue {
  /// The members of a mapping that may have only these keys.
  func members(among keys: [String]) throws -> [String: ConfigurationValue] {
    var members: [String: ConfigurationValue] = [:]
    for (key, value) in try self.members() {
      guard keys.contains(key) else { throw value.unknown(key, known: keys, in: self) }
      members[key] = value
    }
    return members
  }

  /// A value that must be there.
  func required(_ key: String, of members: [String: ConfigurationValue]) throws -> ConfigurationValue {
    guard let value = members[key] else {
      throw failure("\(name.isEmpty ? "the adapter" : name) has no \(key)")
    }
    return value
  }
}
