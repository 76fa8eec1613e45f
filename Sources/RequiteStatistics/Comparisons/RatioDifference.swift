/// The change of a weighted ratio between two periods of one stratified sample of clusters, with its test (METHODS B5).
///
/// Whoever is in both periods is counted as such: people who were pleased tend to stay pleased, and so a change is known
/// more surely than from two samples of strangers. Taking the periods for independent would overstate the standard
/// error there, and understate it where high scores before go with low ones after.
///
///     var moments = PairMoments()
///     for account in accounts { moments.add(ya: account.ya, wa: account.wa, yb: account.yb, wb: account.wb) }
///     let change = try RatioDifference.estimate(strata: [PairStratum(moments: moments)])
///     change.difference     // the later ratio less the earlier
///     change.pValue         // of the hypothesis that nothing changed
///
/// Its values agree with those of the R package survey 4.1.
public struct RatioDifference: Hashable, Sendable {
  /// Σy / Σw of the earlier period, or `nil` without weight.
  public let from: Double?
  /// Σy / Σw of the later period, or `nil` without weight.
  public let to: Double?
  /// `to` less `from`, or `nil` where either is missing.
  public let difference: Double?
  /// Its standard error.
  ///
  /// 0 where no cluster deviates, `nil` where nothing is known of variance.
  public let standardError: Double?
  /// Clusters less strata, over the clusters seen in either period.
  public let degreesOfFreedom: Int64
  /// The difference over its standard error, *t*; `nil` where the standard error is missing or 0, or has no degree of
  /// freedom.
  public let statistic: Double?
  /// The probability of so large a statistic, of either sign, if nothing had changed; `nil` where the statistic is.
  public let pValue: Double?
  /// The 95 % *t* interval within the bounds given; `nil` where the statistic is.
  public let interval: Interval?
  /// Whether two samples were taken for independent because nothing is known of who is in both.
  public let isAssumedIndependent: Bool
  /// Why values are missing.
  ///
  /// `noData`: no weight in one of the periods. `tooFewForVariance`: no degree of freedom. `zeroVariance`: all clusters
  /// agree with their period, so that nothing can be said of chance.
  public let reason: Caveat?

  /// Estimates the change over all strata.
  ///
  /// - Parameters:
  ///   - strata: in a fixed order, for example by name: sums of real numbers depend on it in the last bit. Strata
  ///     without a cluster are left out.
  ///   - lonely: what a stratum with a single cluster adds to the variance.
  ///   - bounds: the range of the difference; the interval is clamped to it. By default that of net shares.
  /// - Throws: `RatioFailure` for a population smaller than its sample, and for a lonely stratum under `fail`.
  public static func estimate(
    strata: [PairStratum], lonely: LonelyPolicy = .adjust, bounds: Interval = .netShareDifferences
  ) throws(RatioFailure) -> RatioDifference {
    try lonely.check(strata)
    let drawn = strata.filter { $0.clusters > 0 }
    let total = drawn.reduce(PairMoments()) { $0 + $1.moments }
    let df = Int64(total.n) - Int64(drawn.count)
    guard total.wa > 0, total.wb > 0 else {
      let from = total.wa > 0 ? Double(total.ya) / Double(total.wa) : nil
      let to = total.wb > 0 ? Double(total.yb) / Double(total.wb) : nil
      return RatioDifference(from: from, to: to, variance: nil, df: df, bounds: bounds)
    }
    let change = RatioChange(total: total)
    let variance = lonely.variance(
      over: drawn, centred: { change.centredVariance(of: $0.moments) },
      uncentred: { change.uncentredVariance(of: $0.moments) })
    return RatioDifference(from: change.from, to: change.to, variance: variance, df: df, bounds: bounds)
  }

  /// Compares two estimates of which the clusters are not known, as those of two stored reports.
  ///
  /// The standard error is √(SEₐ² + SEᵦ²), which is right only where nobody is in both samples, and
  /// `isAssumedIndependent` says so. The degrees of freedom are the sum of both. There is no standard error where one of
  /// the estimates has none, or no degree of freedom to trust it by.
  ///
  ///     RatioDifference.independent(lastYear, thisYear).difference     // this year less last year
  ///
  /// - Parameters:
  ///   - before: the earlier estimate.
  ///   - after: the later estimate.
  ///   - bounds: the range of the difference; the interval is clamped to it. By default that of net shares.
  public static func independent(
    _ before: RatioEstimate, _ after: RatioEstimate, bounds: Interval = .netShareDifferences
  ) -> RatioDifference {
    let errors = [before, after].compactMap { $0.degreesOfFreedom >= 1 ? $0.standardError : nil }
    return RatioDifference(
      from: before.ratio, to: after.ratio,
      variance: errors.count == 2 ? errors[0] * errors[0] + errors[1] * errors[1] : nil,
      df: before.degreesOfFreedom + after.degreesOfFreedom, bounds: bounds, isAssumedIndependent: true)
  }

  private init(
    from: Double?, to: Double?, variance: Double?, df: Int64, bounds: Interval, isAssumedIndependent: Bool = false
  ) {
    self.from = from
    self.to = to
    self.isAssumedIndependent = isAssumedIndependent
    degreesOfFreedom = df
    guard let from, let to else {
      (difference, standardError, statistic, pValue, interval, reason) = (nil, nil, nil, nil, nil, .noData)
      return
    }
    let change = to - from
    difference = change
    guard let variance, let t = StudentT.quantile975(df: df) else {
      // A variance of 0 out of a single cluster would pass for certainty.
      standardError = variance.flatMap { $0 > 0 ? $0.squareRoot() : nil }
      (statistic, pValue, interval, reason) = (nil, nil, nil, .tooFewForVariance)
      return
    }
    let error = variance.squareRoot()
    standardError = error
    guard error > 0 else {
      (statistic, pValue, interval, reason) = (nil, nil, nil, .zeroVariance)
      return
    }
    statistic = change / error
    pValue = StudentT.probabilityOutside(change / error, df: df)
    interval = Interval(centre: change, margin: t * error).clamped(to: bounds)
    reason = nil
  }
}
