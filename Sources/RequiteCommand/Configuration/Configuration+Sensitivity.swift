extension Configuration {
  /// How the weights are shaken, to see how much ranks depend on them.
  public struct Sensitivity: Hashable, Sendable {
    /// `draws`: how many sets of weights are drawn; 0 for none.
    public var draws: Int64 = 1000
    /// `mix`: the share of chance in each set, 0…1.
    public var mix = FixedDecimal(millionths: 500_000)
  }
}

extension Configuration.Sensitivity: ConfigurationSection {
  static let keys: [ConfigurationKey<Self>] = [
    .init("draws", \.draws) { try $0.integer(in: 0...1_000_000) },
    .init("mix", \.mix) { try $0.share() },
  ]
}

extension ConfigurationValue {
  /// A number from 0 to 1 with at most six decimals.
  func share() throws -> FixedDecimal {
    try decimal("from 0 to 1") { $0 >= FixedDecimal(millionths: 0) && $0 <= FixedDecimal(millionths: 1_000_000) }
  }
}
