/// The adjusted Wald interval of a net share: three made-up people are added, 0.75 promoters, 1.5 passives and 0.75
/// detractors, so that small and unanimous samples do not pretend to certainty (METHODS B2).
///
/// Counts are real numbers because weighted samples enter with their effective size. With nobody in the sample the
/// interval is that of the three added people.
///
/// Source: the method `adjusted.wald` of the R package NPS; recommended by Rocks (arXiv 1601.07235).
public struct AdjustedWald: Hashable, Sendable {
  /// The net share with the added people.
  ///
  /// Not for publication: published is the plain net share.
  public let centre: Double
  /// The squared standard error of `centre`.
  public let variance: Double

  /// Creates the interval of `promoters` and `detractors` among `n` people.
  public init(promoters: Double, detractors: Double, n: Double) {
    let a = promoters + 0.75
    let b = detractors + 0.75
    let total = n + 3
    centre = (a - b) / total
    variance = ((a + b) / total - centre * centre) / total
  }

  /// The 95 % interval within −1…1.
  public var interval: Interval {
    Interval(centre: centre, margin: Normal.z975 * variance.squareRoot()).clamped(to: .netShares)
  }
}
