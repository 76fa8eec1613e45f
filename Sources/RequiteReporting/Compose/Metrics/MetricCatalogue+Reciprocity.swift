import RequiteModel

extension MetricCatalogue {
  /// What the vendor gives back, in the window.
  static let reciprocity = [
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
    Metric("reciprocity.rank_low", "Rank, at best (95 % of weightings are no better)", .count),
    Metric("reciprocity.rank_median", "Rank, with the middle weighting", .count),
    Metric("reciprocity.rank_high", "Rank, at worst (95 % of weightings are no worse)", .count),
    Metric("reciprocity.first_share", "Weightings that rank it first", .share),
  ]

  /// How that changes from one trend period to the next, and what each component adds to it.
  static let reciprocityOverTime =
    [Metric("reciprocity.change", "Change of the index on the period before", .points)]
    + Component.allCases.map { component in
      let title = reciprocity.first { $0.name == component.metric }!.title
      return Metric("\(component.metric)_effect", "Part of the change from: \(title)", .points)
    } + controlChart(of: "reciprocity", named: "Index")
}
