/// What kind of number a metric is, which decides how it is shown.
public enum MetricUnit: Hashable, Sendable {
  /// Points of a scale of −100…100 or 0…100: one decimal.
  case points
  /// A share of 0…1, or a difference of two: per cent in reports, three decimals in differences.
  case share
  /// A mean on the survey's own scale: one decimal.
  case score
  /// A wait in seconds, shown in words such as `2 h 5 min`.
  case seconds
  /// How many; decimals only where weights made some.
  case count
  /// A coefficient or factor without a unit: two decimals.
  case coefficient
  /// The probability of a test, 0…1: three decimals, `<0.001` where these are all 0.
  case probability
}
