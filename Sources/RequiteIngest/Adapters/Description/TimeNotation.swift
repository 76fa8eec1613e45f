/// How a time is written.
package enum TimeNotation: Hashable, Sendable {
  /// By a pattern.
  case pattern(TimePattern)
  /// As a number since 1970: seconds, or milliseconds or microseconds where it is too great for seconds.
  case epoch
  /// As the number of days since 30 December 1899, as spreadsheets keep it.
  case spreadsheet
}

/// A unit of lengths of time.
package enum TimeUnit: String, CaseIterable, Sendable {
  /// Thousandths of a second.
  case milliseconds
  /// Seconds.
  case seconds
  /// Minutes.
  case minutes
  /// Hours.
  case hours
  /// Days of 24 hours.
  case days
  /// Written as `08:05:00`, hours first.
  case clock = "hh:mm:ss"
}
