extension Configuration {
  /// A stretch of time given by hand: `{from: 2026-01-01T00:00:00Z, to: 2026-04-01T00:00:00Z}`.
  public struct Window: Hashable, Sendable {
    /// The first moment inside.
    public var from: UTCTime
    /// The first moment after it; later than `from`.
    public var to: UTCTime

    init(_ value: ConfigurationValue) throws {
      let ends = try value.members(exactly: ["from", "to"])
      (from, to) = (try ends[0].time(), try ends[1].time())
      guard from < to else { throw value.failure("\(value.name) must end after it begins") }
    }
  }
}
