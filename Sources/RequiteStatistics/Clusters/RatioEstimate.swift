/// A weighted ratio from a stratified sample of clusters, with its linearised variance (METHODS B4).
///
/// The same formula gives a net promoter score (y = w · (+1, 0, −1)), a share (y = w or 0), a mean (y = w · score) and a
/// net of votes (y = net, w = votes). It agrees with `svyratio` and `svymean` of the R package survey 4.1.
///
///     var moments = ClusterMoments()
///     for account in accounts { moments.add(y: account.y, w: account.w) }
///     let estimate = try RatioEstimate.estimate(strata: [StratumMoments(domain: moments)], bounds: .netShares)
///
/// With equal weights and every person their own cluster the standard error is that of `NetPromoter` times
/// √(n/(n − 1)).
public struct RatioEstimate: Hashable, Sendable {
  /// Σy / Σw, or `nil` without weight.
  public let ratio: Double?
  /// Its standard error.
  ///
  /// 0 where all clusters agree, `nil` where a single cluster (or none) says nothing of variance.
  public let standardError: Double?
  /// Clusters less strata: the certainty of the standard error itself.
  public let degreesOfFreedom: Int64
  /// The 95 % t interval within the bounds given; see `reason` where it is missing or comes from elsewhere.
  public let interval: Interval?
  /// `noData`: no weight.
  ///
  /// `tooFewForVariance`: no degree of freedom, no interval. `zeroVariance`: all clusters agree, and the interval is
  /// that of `WeightedShares.adjustedWaldInterval`, or missing where no shares were given.
  public let reason: Caveat?

  /// Estimates Σy / Σw over all strata.
  ///
  /// - Parameters:
  ///   - strata: in a fixed order, for example by name: sums of real numbers depend on it in the last bit. Strata
  ///     without a cluster are left out.
  ///   - lonely: what a stratum with a single cluster adds to the variance.
  ///   - bounds: the range of the ratio; the interval is clamped to it.
  ///   - alike: the shares that give the interval where all clusters agree. Leave it out for means, where no such
  ///     interval is known.
  /// - Throws: `RatioFailure` for a population smaller than its sample, and for a lonely stratum under `fail`.
  public static func estimate(
    strata: [StratumMoments], lonely: LonelyPolicy = .adjust, bounds: Interval, alike: WeightedShares? = nil
  ) throws(RatioFailure) -> RatioEstimate {
    try lonely.check(strata)
    let drawn = strata.filter { $0.clusters > 0 }
    let total = drawn.reduce(ClusterMoments()) { $0 + $1.domain }
    let df = drawn.reduce(0) { $0 + $1.clusters } - Int64(drawn.count)
    guard total.w > 0 else { return RatioEstimate(nil, nil, df: df, nil, .noData) }
    let ratio = Double(total.y) / Double(total.w)
    let variance = lonely.variance(
      over: drawn, centred: { $0.centredVariance(ratio: ratio) }, uncentred: { $0.uncentredVariance(ratio: ratio) }
    ).map { $0 / Double(total.w) / Double(total.w) }
    guard let variance, let t = StudentT.quantile975(df: df) else {
      // A variance of 0 out of a single cluster would pass for certainty.
      let error = variance.flatMap { $0 > 0 ? $0.squareRoot() : nil }
      return RatioEstimate(ratio, error, df: df, nil, .tooFewForVariance)
    }
    guard variance > 0 else {
      let interval = alike?.adjustedWaldInterval?.clamped(to: bounds)
      return RatioEstimate(ratio, 0, df: df, interval, .zeroVariance)
    }
    let error = variance.squareRoot()
    return RatioEstimate(ratio, error, df: df, Interval(centre: ratio, margin: t * error).clamped(to: bounds), nil)
  }

  init(_ ratio: Double?, _ error: Double?, df: Int64, _ interval: Interval?, _ reason: Caveat?) {
    self.ratio = ratio
    standardError = error
    degreesOfFreedom = df
    self.interval = interval
    self.reason = reason
  }
}
