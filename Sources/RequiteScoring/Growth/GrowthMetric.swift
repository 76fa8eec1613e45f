import RequiteModel

/// A number of earned growth: a quotient of sums of money over the customers of a vendor.
///
/// METHODS A, earned growth.
enum GrowthMetric: String, CaseIterable, Sendable {
  case earnedGrowth = "growth.earned_growth"
  case earnedNewShare = "growth.earned_new_share"
  case netRevenueRetention = "growth.net_revenue_retention"
  case newRevenueUnstatedShare = "diagnostics.new_revenue_unstated_share"

  /// The sums of a year, in minor units; the denominator may be 0.
  func sums(of totals: RevenueTotals) -> (numerator: Int128, denominator: Int128) {
    let previous = totals.previous.amount
    switch self {
    case .earnedGrowth: return (totals.retained.amount + totals.earned.amount - previous, previous)
    case .earnedNewShare: return (totals.earned.amount, previous)
    case .netRevenueRetention: return (totals.retained.amount, previous)
    case .newRevenueUnstatedShare:
      return (totals.unstated.amount, totals.earned.amount + totals.bought.amount + totals.unstated.amount)
    }
  }

  /// The groups of customers whose amounts can be worked out from the number.
  func parts(of totals: RevenueTotals) -> [RevenueTotals.Part] {
    switch self {
    case .earnedGrowth: [totals.previous, totals.retained, totals.earned]
    case .earnedNewShare: [totals.previous, totals.earned]
    case .netRevenueRetention: [totals.previous, totals.retained]
    case .newRevenueUnstatedShare: [totals.earned, totals.bought, totals.unstated]
    }
  }
}
