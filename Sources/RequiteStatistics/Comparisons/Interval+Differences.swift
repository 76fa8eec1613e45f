extension Interval {
  /// The range of a difference of two net shares: −2…2.
  public static let netShareDifferences = Interval(low: -2, high: 2)

  /// The range of a difference of two shares: −1…1.
  public static let shareDifferences = Interval(low: -1, high: 1)
}
