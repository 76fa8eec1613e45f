extension Configuration {
  /// The length of trend periods.
  public enum Periods: String, CaseIterable, Sendable {
    /// Calendar months in UTC.
    case month
    /// No trend.
    case none
  }
}
