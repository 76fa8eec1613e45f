extension Configuration {
  /// The length of trend periods.
  public enum Periods: String, CaseIterable, Sendable {
    /// Calendar months in UTC.
    case month
    /// Weeks from Monday, numbered as ISO 8601 does, in UTC.
    case week
    /// No trend.
    case none
  }
}
