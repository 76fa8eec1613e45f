extension Configuration {
  /// Which cells are too small to show.
  public struct Suppression: Hashable, Sendable {
    /// `minimum`: cells with fewer customers show nothing.
    ///
    /// Never below 5.
    public var minimum: Int64 = 10
  }
}

extension Configuration.Suppression: ConfigurationSection {
  static let keys: [ConfigurationKey<Self>] = [
    .init("minimum", \.minimum) { try $0.integer(atLeast: 5) }
  ]
}
