extension Configuration {
  /// Which dumps are read through an adapter.
  ///
  ///     - {match: "zendesk-*.jsonl.gz", use: zendesk-comments, parameters: {vendor: acme}}
  public struct Adapter: Hashable, Sendable {
    /// `match`: the pattern of the file names, where `*` stands for any text.
    public var match: String
    /// `use`: the adapter's name, that of its file without the ending.
    public var use: String
    /// `parameters`: what the adapter asks for.
    public var parameters: [String: String]

    /// Creates an entry.
    public init(match: String, use: String, parameters: [String: String]) {
      self.match = match
      self.use = use
      self.parameters = parameters
    }
  }
}

extension Configuration.Adapter {
  init(_ value: ConfigurationValue) throws {
    let known = ["match", "use", "parameters"]
    self.init(match: "", use: "", parameters: [:])
    for (key, member) in try value.members() {
      switch key {
      case "match": match = try member.text()
      case "use": use = try member.text()
      case "parameters":
        for (name, parameter) in try member.members() { parameters[name] = try parameter.text() }
      default: throw member.unknown(key, known: known, in: value)
      }
    }
    if match.isEmpty { throw value.failure("\(value.name) has no match") }
    if use.isEmpty { throw value.failure("\(value.name) has no use") }
  }
}
