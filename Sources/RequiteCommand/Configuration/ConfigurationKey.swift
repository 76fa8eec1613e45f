/// A part of the configuration with fixed keys.
protocol ConfigurationSection: Sendable {
  /// Its keys, in the order of the documentation. A key that is not listed here is unknown.
  static var keys: [ConfigurationKey<Self>] { get }
}

/// One key of a section: its name, and how its value gets into place.
struct ConfigurationKey<Section>: Sendable {
  /// The key as the user writes it.
  let name: String
  /// The keys below it, where it is a section itself.
  let subkeys: [String]
  /// Reads the value into the section.
  let read: @Sendable (inout Section, ConfigurationValue) throws -> Void

  /// A key whose value is read by `read`.
  init<Value>(
    _ name: String, _ place: WritableKeyPath<Section, Value> & Sendable,
    _ read: @escaping @Sendable (ConfigurationValue) throws -> Value
  ) {
    self.name = name
    subkeys = []
    self.read = { section, value in section[keyPath: place] = try read(value) }
  }

  /// A key whose value is a section; what is not given there keeps its default.
  init<Value: ConfigurationSection>(_ name: String, _ place: WritableKeyPath<Section, Value> & Sendable) {
    self.name = name
    subkeys = Value.keys.map(\.name)
    read = { section, value in try value.read(into: &section[keyPath: place]) }
  }

  /// A key of a free kind.
  init(_ name: String, reading read: @escaping @Sendable (inout Section, ConfigurationValue) throws -> Void) {
    self.name = name
    subkeys = []
    self.read = read
  }
}
