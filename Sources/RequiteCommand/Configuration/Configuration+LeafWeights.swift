extension Configuration {
  /// The weight of each component in the index: positive whole numbers.
  public struct LeafWeights: Hashable, Sendable {
    /// The components, in the order of the method (S1…C4).
    public static let components = [
      "answered", "same_channel", "listening", "prompt", "named", "one_owner", "resolved", "promises", "fair_change",
      "closed_loop",
    ]

    /// The weights in the order of `components`.
    public var inMethodOrder: [Int64] = [4, 4, 4, 4, 4, 4, 3, 3, 3, 3]
  }
}

extension Configuration.LeafWeights: ConfigurationSection {
  static let keys: [ConfigurationKey<Self>] = components.enumerated().map { index, component in
    .init(component) { $0.inMethodOrder[index] = try $1.integer(in: 1...1000) }
  }
}
