extension Configuration {
  /// When a night counts as suspicious.
  public struct Checks: Hashable, Sendable {
    /// `freshness_hours`: how old the newest fact may be.
    public var freshnessHours: Int64 = 36
    /// `quarantine_share`: a dump with a greater share of quarantined rows is refused, if there are enough of them.
    public var quarantineShare = FixedDecimal(millionths: 10_000)
    /// `quarantine_rows`: a dump with no more quarantined rows than this is never refused for them.
    public var quarantineRows: Int64 = 20
  }
}

extension Configuration.Checks: ConfigurationSection {
  static let keys: [ConfigurationKey<Self>] = [
    .init("freshness_hours", \.freshnessHours) { try $0.integer(atLeast: 1) },
    .init("quarantine_share", \.quarantineShare) { try $0.share() },
    .init("quarantine_rows", \.quarantineRows) { try $0.integer(atLeast: 0) },
  ]
}
