/// The metrics of DESIGN section 3 in the order in which a report shows them.
enum MetricCatalogue {
  static let all: [Metric] = loyalty + reciprocity + firstAnswer + balance + others + diagnostics

  /// The metric called `name`, or `nil`.
  static func known(_ name: String) -> Metric? {
    places[name].map { all[$0] }
  }

  /// The order of a report: that of the catalogue, then names unknown to it by their bytes.
  static func precedes(_ left: String, _ right: String) -> Bool {
    let (first, second) = (places[left] ?? .max, places[right] ?? .max)
    return first != second ? first < second : left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  private static let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.name, $0) })

  private static let loyalty = [
    Metric("loyalty.nps", "Loyalty (NPS)", .points),
    Metric("loyalty.nps_weighted", "Loyalty (NPS), weighted", .points),
    Metric("loyalty.nps_raked", "Loyalty (NPS), raked to known margins", .points),
    Metric("loyalty.nps_shrunk", "Loyalty (NPS), drawn towards the mean", .points),
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
    Metric("loyalty.response_rate.rr1", "Response rate RR1", .share),
    Metric("loyalty.response_rate.rr2", "Response rate RR2", .share),
    Metric("loyalty.response_rate.rr3", "Response rate RR3", .share),
    Metric("loyalty.response_rate.rr4", "Response rate RR4", .share),
    Metric("loyalty.response_rate.rr5", "Response rate RR5", .share),
    Metric("loyalty.response_rate.rr6", "Response rate RR6", .share),
  ]

  private static let reciprocity = [
    Metric("reciprocity.index", "Loyalty returned (index)", .points),
    Metric("reciprocity.index_arithmetic", "Index, arithmetic mean", .points),
    Metric("reciprocity.index_harmonic", "Index, harmonic mean", .points),
    Metric("reciprocity.channels", "Channels", .points),
    Metric("reciprocity.answered", "Answered at all", .share),
    Metric("reciprocity.same_channel", "On the customer's channel", .share),
    Metric("reciprocity.listening", "Listening", .share),
    Metric("reciprocity.engagement", "Engagement", .points),
    Metric("reciprocity.prompt", "Answered in time", .share),
    Metric("reciprocity.named", "Signed by name", .share),
    Metric("reciprocity.one_owner", "One owner", .share),
    Metric("reciprocity.collaboration", "Collaboration", .points),
    Metric("reciprocity.resolved", "Resolved", .share),
    Metric("reciprocity.promises", "Promises kept", .share),
    Metric("reciprocity.fair_change", "Fair changes", .share),
    Metric("reciprocity.closed_loop", "Came back to detractors", .share),
    Metric("reciprocity.rank_low", "Rank, 5 % of weightings", .count),
    Metric("reciprocity.rank_median", "Rank, middle weighting", .count),
    Metric("reciprocity.rank_high", "Rank, 95 % of weightings", .count),
    Metric("reciprocity.first_share", "First among weightings", .share),
  ]

  private static let firstAnswer = [
    Metric("first_answer.median_seconds", "Half were answered within", .seconds),
    Metric("first_answer.share_5m", "Answered within 5 minutes", .share),
    Metric("first_answer.share_1h", "Answered within 1 hour", .share),
    Metric("first_answer.share_1d", "Answered within 1 day", .share),
    Metric("first_answer.share_14d", "Answered within 14 days", .share),
  ]

  private static let balance = [
    Metric("balance.mutual", "Promoters, well treated (mutual)", .count),
    Metric("balance.unrequited", "Promoters, not well treated (unrequited)", .count),
    Metric("balance.indulged", "Detractors, well treated (indulged)", .count),
    Metric("balance.estranged", "Detractors, not well treated (estranged)", .count),
    Metric("balance.undecided_returned", "Passives, well treated", .count),
    Metric("balance.undecided_unreturned", "Passives, not well treated", .count),
    Metric("balance.reciprocity", "Loyalty met by loyalty", .share),
    Metric("balance.null", "The same by chance", .share),
    Metric("balance.rho", "Reciprocity beyond chance (rho)", .coefficient),
    Metric("balance.ccc", "Concordance (Lin's CCC)", .coefficient),
    Metric("balance.pearson", "Correlation (Pearson)", .coefficient),
    Metric("balance.gap", "Returned less given", .count),
  ]

  private static let others = [
    Metric("perception.gap", "Perception gap", .coefficient),
    Metric("employee.pearson", "Association across units (Pearson)", .coefficient),
    Metric("employee.spearman", "Association across units (Spearman)", .coefficient),
  ]

  private static let diagnostics = [
    Metric("diagnostics.conflicts", "Rows that contradict a row of the same id", .count),
    Metric("diagnostics.other_scales", "Respondents on another scale, left out", .count),
    Metric("diagnostics.clusters_in_two_strata", "Accounts in two strata", .count),
    Metric("diagnostics.threads_per_customer_median", "Threads of a customer, median", .count),
    Metric("diagnostics.channel_coverage", "Channels that mostly answer", .share),
    Metric("diagnostics.answers_by_robots", "Answers by robots, not counted", .count),
    Metric("diagnostics.promises_per_100_threads", "Promises per 100 threads", .count),
    Metric("diagnostics.promises_due_later_share", "Promises due after the watch", .share),
    Metric("diagnostics.orphan_fulfilments", "Fulfilments without a promise", .count),
    Metric("diagnostics.changes_per_100_threads", "Changes per 100 threads", .count),
    Metric("diagnostics.changes_consented_value", "Value of changes agreed to", .count),
    Metric("diagnostics.changes_imposed_value", "Value of changes imposed", .count),
  ]
}
