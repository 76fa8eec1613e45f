import RequiteStatistics

extension RatioEstimate {
  /// The estimate ± z standard errors, which the references print beside the t interval.
  func normalInterval(within bounds: Interval) -> Interval? {
    guard let ratio, let standardError else { return nil }
    return Interval(centre: ratio, margin: Normal.z975 * standardError).clamped(to: bounds)
  }
}
