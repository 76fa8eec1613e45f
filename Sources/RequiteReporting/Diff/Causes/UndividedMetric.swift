import RequiteModel

/// Why a metric is shown without causes: no two kinds of number are undivided for the same reason.
///
/// A ratio of sums over rows or customers is always divided, and so are such sums, differences of such ratios, the index
/// with its pillars, and waits.
enum UndividedMetric {
  /// The reason in words, for a metric whose makeup is `other`.
  static func reason(_ metric: String) -> String {
    reasons.first { NamePattern($0.pattern).matches(metric) }?.text ?? "no sum over rows"
  }

  /// The first pattern that matches counts.
  private static let reasons: [(pattern: String, text: String)] = [
    ("loyalty.nps_raked", "weights are fitted to margins, so that every answer decides about all others'"),
    ("loyalty.nps_shrunk", "drawn towards the mean of its siblings, whose answers decide too"),
    ("loyalty.nps_worst", "a bound, of answers that nobody gave"),
    ("loyalty.nps_best", "a bound, of answers that nobody gave"),
    ("loyalty.design_effect", "says how sure a score is, not how high"),
    ("loyalty.effective_n", "says how sure a score is, not how high"),
    ("loyalty.segment_change*", "itself a comparison of two periods"),
    ("loyalty.change*", "itself a comparison of two periods"),
    ("loyalty.*_effect", "itself a comparison of two periods"),
    ("*.trend_*", "a signal of a series, in which all earlier periods take part"),
    ("reciprocity.index_*", "another mean of the components that the index is divided by"),
    ("reciprocity.rank_*", "a rank among draws of weights, in which all vendors take part"),
    ("reciprocity.first_share", "a share of draws of weights, in which all vendors take part"),
    ("reciprocity.change", "itself a comparison of two periods"),
    ("reciprocity.*_effect", "itself a comparison of two periods"),
    ("balance.rho", "a coefficient over pairs, customer by customer"),
    ("balance.ccc", "a coefficient over pairs, customer by customer"),
    ("balance.pearson", "a coefficient over pairs, customer by customer"),
    ("balance.*", "rests on how well each customer was treated in all threads together, and no row says that"),
    ("employee.*", "a correlation over units"),
    ("diagnostics.changes_*_value", "a sum of money, which is published rounded"),
    ("diagnostics.channel_coverage", "counts channels, not rows"),
    ("diagnostics.channel_mix_distance", "compares channels, not rows"),
    ("diagnostics.components_*", "counts components, not rows"),
    ("diagnostics.threads_per_customer_median", "a median over customers"),
    ("diagnostics.raking_*", "says how well weights fit their margins"),
    ("diagnostics.*_open", "says whether a window can still change"),
    ("diagnostics.*", "says how a number was counted, not how much"),
  ]
}
