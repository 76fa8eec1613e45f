/// One of the four things a version is a function of: two versions differ by these and by nothing else.
public enum Coordinate: String, CaseIterable, Sendable {
  /// Which facts were known.
  case knowledge
  /// Up to when, and since when, facts count: `as_of` and both windows.
  case period
  /// Every other setting.
  case configuration
  /// How numbers are computed.
  case method
}
