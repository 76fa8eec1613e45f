/// The change of a net promoter score between two simple samples that share nobody, with its test (METHODS B5).
///
///     let spring = NetPromoter(promoters: 24, passives: 28, detractors: 23)
///     let autumn = NetPromoter(promoters: 32, passives: 24, detractors: 19)
///     let change = NetDifference(from: spring, to: autumn)
///     change.difference     // 0.16
///     change.pValue         // 0.227…
///
/// All values are on −2…2. The published change is the plain one; the test and the interval rest on the adjusted values
/// of `AdjustedWald`, three made-up people in each sample, so that small and unanimous samples do not pretend to
/// certainty. Interval and test agree: 0 lies outside the interval where the p-value is below 0.05. In tiny samples the
/// plain change may lie outside its own interval, which is drawn towards 0.
///
/// Where some people are in both samples, where weights differ, or where answers come in clusters, use `RatioDifference`.
public struct NetDifference: Hashable, Sendable {
  /// The plain score after less the plain score before, or `nil` where nobody answered in one of them.
  public let difference: Double?
  /// √(v'ₐ/Nₐ + v'ᵦ/Nᵦ), from the adjusted variances; `nil` where `difference` is.
  public let standardError: Double?
  /// The adjusted difference over its standard error, *z*; `nil` where `difference` is.
  public let statistic: Double?
  /// The probability of so large a statistic, of either sign, if nothing had changed.
  ///
  /// `nil` where `difference` is.
  public let pValue: Double?
  /// The 95 % interval about the adjusted difference, within −2…2; `nil` where `difference` is.
  public let interval: Interval?
  /// Why values are missing or need care.
  ///
  /// `noData`: nobody answered before, or nobody after. `zeroVariance`: both samples are unanimous, so that all
  /// uncertainty is that of the people made up; the values are there.
  public let reason: Caveat?

  /// Compares a score with an earlier one.
  public init(from before: NetPromoter, to after: NetPromoter) {
    guard let first = before.estimate, let last = after.estimate else {
      (difference, standardError, statistic, pValue, interval, reason) = (nil, nil, nil, nil, nil, .noData)
      return
    }
    let (a, b) = (AdjustedWald(before), AdjustedWald(after))
    let adjusted = b.centre - a.centre
    let error = (a.variance + b.variance).squareRoot()
    // A unanimous sample of 10¹⁶ people has no variance left, made-up people or not.
    let z = error > 0 ? adjusted / error : nil
    difference = last - first
    standardError = error
    statistic = z
    pValue = z.map(Normal.probabilityOutside)
    interval = Interval(centre: adjusted, margin: Normal.z975 * error).clamped(to: .netShareDifferences)
    reason = before.reason == .zeroVariance && after.reason == .zeroVariance ? .zeroVariance : nil
  }
}

extension AdjustedWald {
  fileprivate init(_ score: NetPromoter) {
    self.init(promoters: Double(score.promoters), detractors: Double(score.detractors), n: Double(score.n))
  }
}
