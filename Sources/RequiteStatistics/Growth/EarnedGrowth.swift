/// Growth that customers caused by coming back and by bringing others (METHODS B14).
///
///     let growth = EarnedGrowth(previous: 100_000, retained: 85_000, earnedNew: 25_000)
///     growth.netRevenueRetention    // 0.85: what last year's customers spend now
///     growth.earnedNewShare         // 0.25: what customers spend who came by recommendation
///     growth.rate                   // 0.10: both together, less last year
///
/// All are parts of last year's revenue. Revenue of customers who were bought, by advertising for instance, counts
/// nowhere. Amounts are whole minor units, such as cents, so that sums are exact.
///
/// Source: Reichheld, *Winning on Purpose* (2021), appendix B.
public struct EarnedGrowth: Hashable, Sendable {
  /// Last year's revenue.
  public let previous: Int128
  /// This year's revenue from customers of last year; refunds may make it negative.
  public let retained: Int128
  /// This year's revenue from new customers who were earned.
  public let earnedNew: Int128

  /// Creates the growth of three sums in minor units of one currency.
  public init(previous: Int128, retained: Int128, earnedNew: Int128) {
    self.previous = previous
    self.retained = retained
    self.earnedNew = earnedNew
  }

  /// retained / previous, or `nil` without revenue last year.
  public var netRevenueRetention: Double? { partOfPrevious(retained) }

  /// earnedNew / previous, or `nil` without revenue last year.
  public var earnedNewShare: Double? { partOfPrevious(earnedNew) }

  /// (retained + earnedNew − previous) / previous, or `nil` without revenue last year.
  public var rate: Double? { partOfPrevious(retained + earnedNew - previous) }

  /// `noData` where last year's revenue is not above 0.
  public var reason: Caveat? { previous > 0 ? nil : .noData }

  private func partOfPrevious(_ amount: Int128) -> Double? {
    previous > 0 ? Double(amount) / Double(previous) : nil
  }
}
