/// Which way of a metric is the better one for the vendor's customers.
public enum MetricDirection: String, Hashable, Sendable {
  /// More is better.
  case higher
  /// Less is better.
  case lower
  /// Neither is better by itself.
  case none
}

extension Metric {
  /// Which way is better; `none` for counts of cases, tests, figures of charts and whatever is not in the catalogue.
  public var better: MetricDirection {
    if MetricDirection.lowerNames.contains(name) { return .lower }
    if MetricDirection.higherNames.contains(name) { return .higher }
    return .none
  }

  /// Whether a change of that sign is a change for the worse; never where neither way is better.
  func isWorse(_ change: Double) -> Bool {
    switch better {
    case .higher: change < 0
    case .lower: change > 0
    case .none: false
    }
  }
}

extension MetricDirection {
  fileprivate static let lowerNames: Set<String> = [
    "loyalty.detractors", "first_answer.median_seconds", "balance.unrequited", "balance.estranged",
    "reciprocity.rank_low", "reciprocity.rank_median", "reciprocity.rank_high", "diagnostics.conflicts",
    "diagnostics.components_missing", "diagnostics.components_at_floor", "diagnostics.orphan_fulfilments",
    "diagnostics.raking_deviation", "diagnostics.link_conflicts",
    "diagnostics.agents_unknown_share",
  ]

  fileprivate static let higherNames: Set<String> = {
    let points = (MetricCatalogue.loyalty + MetricCatalogue.reciprocity).filter { $0.unit == .points }
    let shares = MetricCatalogue.reciprocity.filter { $0.unit == .share }
    let others = [
      "loyalty.promoters", "loyalty.mean_score", "loyalty.csat_top2", "loyalty.csat_mean", "loyalty.ces_mean",
      "loyalty.ces_agree", "first_answer.share_5m", "first_answer.share_1h", "first_answer.share_1d",
      "first_answer.share_14d", "balance.mutual", "balance.reciprocity", "balance.rho", "balance.ccc",
      "balance.pearson", "perception.customer_good", "growth.earned_growth", "growth.net_revenue_retention",
      "growth.earned_new_share", "diagnostics.balance_coverage", "diagnostics.channel_coverage",
      "diagnostics.link_rate_surveys", "diagnostics.link_rate_interactions",
    ]
    return Set((points + shares).map(\.name) + others)
  }()
}
