extension RatioEstimate {
  /// Whether every cluster of the population is in the sample, of every stratum that has any.
  ///
  /// A stratum whose population is not known is no census.
  public static func isCensus(_ strata: [StratumMoments]) -> Bool {
    let drawn = strata.filter { $0.clusters > 0 }
    return !drawn.isEmpty && drawn.allSatisfy { $0.population == $0.clusters }
  }

  /// Σy / Σw over a whole population: what it is, with a standard error of 0 and itself for an interval.
  ///
  /// Nothing was drawn, so nothing is left to chance, and there is no caveat but for `noData`. Whether that is meant is
  /// for the caller to say: taken as a sample of what customers might have answered, the same clusters have an error,
  /// and `estimate(strata:lonely:bounds:alike:)` speaks of that where it can.
  public static func census(strata: [StratumMoments]) -> RatioEstimate {
    let drawn = strata.filter { $0.clusters > 0 }
    let total = drawn.reduce(ClusterMoments()) { $0 + $1.domain }
    let df = drawn.reduce(0) { $0 + $1.clusters } - Int64(drawn.count)
    guard total.w > 0 else { return RatioEstimate(nil, nil, df: df, nil, .noData) }
    let ratio = Double(total.y) / Double(total.w)
    return RatioEstimate(ratio, 0, df: df, Interval(low: ratio, high: ratio), nil)
  }
}
