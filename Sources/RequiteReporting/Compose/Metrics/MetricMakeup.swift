import RequiteModel

/// What a metric is made of, which decides how its change is divided among causes.
public enum MetricMakeup: Hashable, Sendable {
  /// `scale` · numerator / denominator, both sums over rows: divided by the midpoint formula.
  case ratio(scale: Int64)
  /// A sum over rows: a cause changed it by what its rows changed.
  case total
  /// The difference of two ratios of sums over rows, named: divided as both of them are, cause by cause.
  case difference(of: String, less: String)
  /// The index: divided among its components by the log-mean split, and their parts among causes.
  case index
  /// A pillar: as the index, over its own components.
  case pillar(Pillar)
  /// The wait after which half were answered: divided by Shapley's average over the causes.
  case medianWait
  /// The share answered within so many seconds: divided by Shapley's average over the causes.
  case answered(within: Int64)
  /// A response rate whose denominator is estimated from sums over rows, of the answers that another rate counts: divided by
  /// Shapley's average over the causes.
  case estimatedRate(answers: String)
  /// No sum over rows: fitted to margins, drawn to a mean, a rank, a test. Its change is shown without causes.
  case other
}

extension Metric {
  /// What the metric is made of.
  public var makeup: MetricMakeup {
    MetricMakeup.named[name] ?? .other
  }

  /// Numbers of calendar years: quotients of sums of money over a vendor's customers.
  ///
  /// Each year is a number of its own rather than a part of a window.
  static let ofCalendarYears = [
    "growth.earned_growth", "growth.earned_new_share", "growth.net_revenue_retention",
    "diagnostics.new_revenue_unstated_share",
  ]

  /// Response rates that are sums over rows, by which all kinds of invitations are known.
  static let ofKnownRates = ["loyalty.response_rate.rr1", "loyalty.response_rate.rr2", "loyalty.response_rate.rr5"]

  /// Both sides of the perception gap.
  static let ofPerception = ["perception.customer_good", "perception.vendor_good"]
}

extension MetricMakeup {
  /// What metrics are made of, each once.
  static let all = Set(named.values)

  /// The places of the answered shares are those of METHODS B10.
  fileprivate static let named: [String: MetricMakeup] = {
    var makeups: [String: MetricMakeup] = [
      "reciprocity.index": .index, "first_answer.median_seconds": .medianWait,
      "first_answer.share_5m": .answered(within: 300), "first_answer.share_1h": .answered(within: 3600),
      "first_answer.share_1d": .answered(within: 86_400), "first_answer.share_14d": .answered(within: 14 * 86_400),
    ]
    for pillar in Pillar.allCases { makeups["reciprocity.\(pillar.rawValue)"] = .pillar(pillar) }
    for component in Component.allCases { makeups[component.metric] = .ratio(scale: 1) }
    for name in ["nps", "nps_score", "nps_wald", "nps_weighted", "enps", "votes_net"] {
      makeups["loyalty.\(name)"] = .ratio(scale: 100)
    }
    for name in ["mean_score", "csat_top2", "csat_mean", "ces_mean", "ces_agree"] {
      makeups["loyalty.\(name)"] = .ratio(scale: 1)
    }
    for name in ["rr1", "rr2", "rr5", "rr6"] { makeups["loyalty.response_rate.\(name)"] = .ratio(scale: 1) }
    makeups["loyalty.response_rate.rr3"] = .estimatedRate(answers: "loyalty.response_rate.rr1")
    makeups["loyalty.response_rate.rr4"] = .estimatedRate(answers: "loyalty.response_rate.rr2")
    for name in ["promoters", "passives", "detractors"] { makeups["loyalty.\(name)"] = .total }
    for name in ["promises_per_100_threads", "changes_per_100_threads"] {
      makeups["diagnostics.\(name)"] = .ratio(scale: 100)
    }
    for name in [
      "promises_due_later_share", "agents_unknown_share", "balance_coverage", "link_rate_surveys",
      "link_rate_interactions", "channel_mix_customers", "channel_mix_vendor",
    ] {
      makeups["diagnostics.\(name)"] = .ratio(scale: 1)
    }
    for name in ["answers_by_robots", "orphan_fulfilments"] { makeups["diagnostics.\(name)"] = .total }
    makeups["perception.gap"] = .difference(of: "perception.vendor_good", less: "perception.customer_good")
    for name in Metric.ofPerception + Metric.ofCalendarYears { makeups[name] = .ratio(scale: 1) }
    return makeups
  }()
}
