extension MetricCatalogue {
  /// What customers say, in the window.
  static let loyalty =
    [
      Metric("loyalty.nps", "Loyalty (NPS)", .points),
      Metric("loyalty.nps_score", "Loyalty (NPS), interval of a score test", .points),
      Metric("loyalty.nps_wald", "Loyalty (NPS), textbook interval (Wald)", .points),
      Metric("loyalty.nps_weighted", "Loyalty (NPS), weighted", .points),
      Metric("loyalty.nps_raked", "Loyalty (NPS), weighted to known margins", .points),
      Metric("loyalty.nps_shrunk", "Loyalty (NPS), drawn towards the mean", .points),
      Metric("loyalty.nps_worst", "Loyalty (NPS), were all the silent detractors", .points),
      Metric("loyalty.nps_best", "Loyalty (NPS), were all the silent promoters", .points),
      Metric("loyalty.promoters", "Promoters", .count),
      Metric("loyalty.passives", "Passives", .count),
      Metric("loyalty.detractors", "Detractors", .count),
      Metric("loyalty.mean_score", "Mean score", .score),
      Metric("loyalty.csat_top2", "Satisfied (CSAT, top two)", .share),
      Metric("loyalty.csat_mean", "Mean satisfaction (CSAT)", .score),
      Metric("loyalty.ces_mean", "Mean ease (CES)", .score),
      Metric("loyalty.ces_agree", "Found it easy (CES)", .share),
      Metric("loyalty.enps", "Loyalty of employees (eNPS)", .points),
      Metric("loyalty.votes_net", "Net votes", .points),
      Metric("loyalty.design_effect", "Design effect of the weights", .coefficient),
      Metric("loyalty.effective_n", "Effective number of responses", .count),
    ] + responseRates

  /// The rates of AAPOR: in full or also in part, of all who were asked, of those estimated or known to be eligible.
  private static let responseRates = [
    Metric("loyalty.response_rate.rr1", "Response rate RR1: in full, of all asked", .share),
    Metric("loyalty.response_rate.rr2", "Response rate RR2: also in part, of all asked", .share),
    Metric("loyalty.response_rate.rr3", "Response rate RR3: in full, of the estimated eligible", .share),
    Metric("loyalty.response_rate.rr4", "Response rate RR4: also in part, of the estimated eligible", .share),
    Metric("loyalty.response_rate.rr5", "Response rate RR5: in full, of the known eligible", .share),
    Metric("loyalty.response_rate.rr6", "Response rate RR6: also in part, of the known eligible", .share),
  ]

  /// How that changes from one trend period to the next.
  static let loyaltyOverTime =
    [
      Metric("loyalty.change", "Change of loyalty (NPS, weighted) on the period before", .points),
      Metric("loyalty.change_p", "Chance of such a change by accident (p)", .probability),
      Metric("loyalty.segment_change", "Change of the group's loyalty (NPS) on the period before", .points),
      Metric("loyalty.segment_change_p", "Chance of such a change of the group by accident (p)", .probability),
      Metric("loyalty.segment_change_q", "The same, allowing for all groups tested (q)", .probability),
      Metric("loyalty.mix_effect", "Part of the change from the group's size", .points),
      Metric("loyalty.rate_effect", "Part of the change from the group's scores", .points),
    ] + controlChart(of: "loyalty", named: "Loyalty (NPS)")

  /// The figures of both charts of METHODS B15.
  static func controlChart(of family: String, named name: String) -> [Metric] {
    [
      Metric("\(family).trend_z", "\(name): distance from its base, in standard errors", .coefficient),
      Metric("\(family).trend_ewma", "\(name): moving average of that distance", .coefficient),
      Metric("\(family).trend_cusum_up", "\(name): rise added up", .coefficient),
      Metric("\(family).trend_cusum_down", "\(name): fall added up", .coefficient),
      Metric("\(family).trend_signal", "\(name): signal (1 rise, -1 fall, 0 none)", .count),
    ]
  }
}
