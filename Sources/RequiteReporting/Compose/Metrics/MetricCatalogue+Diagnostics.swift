extension MetricCatalogue {
  /// What is good to know before trusting the rest.
  static let diagnostics = ofRows + ofThreads + ofWeights

  private static let ofRows = [
    Metric("diagnostics.conflicts", "Rows that contradict a row of the same id", .count),
    Metric("diagnostics.other_scales", "Respondents on another scale, left out", .count),
    Metric("diagnostics.mixed_scales", "Scales counted together", .count),
    Metric("diagnostics.clusters_in_two_strata", "Accounts in two strata", .count),
    Metric("diagnostics.lonely_strata", "Strata of a single account", .count),
    Metric("diagnostics.balance_coverage", "Customers of whom both sides are known", .share),
    Metric("diagnostics.link_rate_surveys", "Of those who answered, known to the crosswalk", .share),
    Metric("diagnostics.link_rate_interactions", "Of those who wrote, known to the crosswalk", .share),
    Metric("diagnostics.link_conflicts", "Customers whose id means several people", .count),
    Metric("diagnostics.new_revenue_unstated_share", "New revenue of unknown origin", .share),
  ]

  private static let ofThreads = [
    Metric("diagnostics.window_open", "Threads still being watched (1 yes, 0 no)", .count),
    Metric("diagnostics.curves_open", "First-answer times still growing (1 yes, 0 no)", .count),
    Metric("diagnostics.components_missing", "Components left out of the index", .count),
    Metric("diagnostics.components_at_floor", "Components raised to the least value", .count),
    Metric("diagnostics.threads_per_customer_median", "Threads of a customer, median", .count),
    Metric("diagnostics.channel_coverage", "Channels that mostly answer", .share),
    Metric("diagnostics.channel_mix_customers", "Of customers' messages, those on this channel", .share),
    Metric("diagnostics.channel_mix_vendor", "Of the vendor's answers, those on this channel", .share),
    Metric("diagnostics.channel_mix_distance", "Answers on other channels than messages", .share),
    Metric("diagnostics.answers_by_robots", "Answers by robots, not counted", .count),
    Metric("diagnostics.agents_unknown_share", "Answers by nobody knows whom, person or robot", .share),
    Metric("diagnostics.promises_per_100_threads", "Promises per 100 threads", .count),
    Metric("diagnostics.promises_due_later_share", "Promises due after the watch", .share),
    Metric("diagnostics.orphan_fulfilments", "Fulfilments without a promise", .count),
    Metric("diagnostics.changes_per_100_threads", "Changes per 100 threads", .count),
    Metric("diagnostics.changes_consented_value", "Value of changes agreed to", .count),
    Metric("diagnostics.changes_imposed_value", "Value of changes imposed", .count),
  ]

  private static let ofWeights = [
    Metric("diagnostics.raking_deviation", "Known margins missed by at most", .share),
    Metric("diagnostics.raking_unreachable", "Levels of margins without an answer", .count),
    Metric("diagnostics.raking_untargeted", "Respondents on levels without a known share", .count),
    Metric("diagnostics.raking_share", "Share after weighting", .share),
  ]
}
