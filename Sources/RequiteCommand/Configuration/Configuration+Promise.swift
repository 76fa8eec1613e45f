extension Configuration {
  /// When promises count as kept.
  public struct Promise: Hashable, Sendable {
    /// `grace_seconds`: how late a promise may be kept.
    public var graceSeconds: Int64 = 0
    /// `default_due_seconds`: when a promise without a time falls due, after it was made.
    public var defaultDueSeconds: Int64 = 172_800
  }
}

extension Configuration.Promise: ConfigurationSection {
  static let keys: [ConfigurationKey<Self>] = [
    .init("grace_seconds", \.graceSeconds) { try $0.integer(in: Configuration.seconds) },
    .init("default_due_seconds", \.defaultDueSeconds) { try $0.integer(in: Configuration.seconds) },
  ]
}
