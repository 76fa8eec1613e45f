/// A share before its division: so many out of so many.
///
/// Counts stay whole numbers until the end, so that they can be added and compared exactly.
public struct CountedShare: Hashable, Sendable {
  /// What was counted.
  public let numerator: Int64
  /// Out of how many cases.
  public let denominator: Int64

  /// Creates a share of two counts, none negative.
  public init(numerator: Int64, denominator: Int64) {
    precondition(numerator >= 0 && denominator >= 0, "a count is not negative")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The share, or the reason why there is none: no case at all, or fewer cases than `minimumDenominator`.
  func value(minimumDenominator: Int64) -> (Double?, Caveat?) {
    if denominator == 0 { return (nil, .noData) }
    if denominator < minimumDenominator { return (nil, .denominatorTooSmall) }
    return (Double(numerator) / Double(denominator), nil)
  }
}
