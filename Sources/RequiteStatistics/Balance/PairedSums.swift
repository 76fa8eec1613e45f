/// The exact sums over pairs of numbers from which their agreement follows (METHODS B14).
///
/// A pair is what one side gave, *g*, and what it got in return, *r*, on one scale of whole numbers: two raters of one
/// case, say, or a customer's loyalty and how the customer is treated.
///
///     var sums = PairedSums()
///     for (g, r) in [(900, 700), (300, 400), (600, 700)] { sums.add(g: g, r: r) }
///     sums.concordance    // 0.75: how nearly r equals g
///     sums.pearson        // 0.86…: how nearly r is a straight line of g
///     sums.meanGap        // 0: what is returned less what is given
///
/// Sums add, in any order and any division. They say nothing of single pairs, and are kept as integers so that no result
/// depends on the order of addition.
///
/// Overflow traps; out of reach for 10⁹ pairs of numbers up to 10⁹.
public struct PairedSums: Hashable, Sendable {
  /// The number of pairs.
  public var n: Int128
  /// Σ g.
  public var g: Int128
  /// Σ r.
  public var r: Int128
  /// Σ g².
  public var gg: Int128
  /// Σ r².
  public var rr: Int128
  /// Σ g·r.
  public var gr: Int128

  /// Creates sums from their values; by default those of no pair.
  public init(n: Int128 = 0, g: Int128 = 0, r: Int128 = 0, gg: Int128 = 0, rr: Int128 = 0, gr: Int128 = 0) {
    self.n = n
    self.g = g
    self.r = r
    self.gg = gg
    self.rr = rr
    self.gr = gr
  }

  /// Adds one pair.
  public mutating func add(g: Int64, r: Int64) {
    let (g, r) = (Int128(g), Int128(r))
    self += PairedSums(n: 1, g: g, r: r, gg: g * g, rr: r * r, gr: g * r)
  }

  /// The sums over both sets of pairs.
  public static func + (left: PairedSums, right: PairedSums) -> PairedSums {
    PairedSums(
      n: left.n + right.n, g: left.g + right.g, r: left.r + right.r,
      gg: left.gg + right.gg, rr: left.rr + right.rr, gr: left.gr + right.gr)
  }

  /// Adds the sums over another set of pairs.
  public static func += (left: inout PairedSums, right: PairedSums) {
    left = left + right
  }
}

extension PairedSums {
  /// The mean of *g*, or `nil` without pairs.
  public var meanGiven: Double? { n > 0 ? Double(g) / Double(n) : nil }

  /// The mean of *r*, or `nil` without pairs.
  public var meanReturned: Double? { n > 0 ? Double(r) / Double(n) : nil }

  /// The mean of *r* less the mean of *g*, or `nil` without pairs.
  public var meanGap: Double? { n > 0 ? Double(r - g) / Double(n) : nil }

  /// Pearson's correlation, −1…1, or `nil` where either number is the same in all pairs.
  public var pearson: Double? {
    guard pearsonReason == nil else { return nil }
    let value = Double(covariation) / (Double(givenVariation).squareRoot() * Double(returnedVariation).squareRoot())
    return min(max(value, -1), 1)
  }

  /// Why there is no correlation: `noData`, `tooFewForVariance` with one pair, `zeroVariance` without variation.
  public var pearsonReason: Caveat? {
    guard n >= 2 else { return n > 0 ? .tooFewForVariance : .noData }
    return givenVariation > 0 && returnedVariation > 0 ? nil : .zeroVariance
  }

  /// Lin's coefficient of concordance, −1…1: 1 where r equals g in every pair.
  ///
  /// 2 cov / (var g + var r + (ḡ − r̄)²) with the divisor *n*, as in Lin's paper. Its magnitude never exceeds that of
  /// `pearson`: distance and unequal spread lower it. `nil` where all pairs are one number and nothing varies.
  ///
  /// Source: Lin, *Biometrics* 45 (1989) 255–268.
  public var concordance: Double? {
    concordanceReason == nil ? 2 * Double(covariation) / Double(spread) : nil
  }

  /// Why there is no concordance: `noData`, `tooFewForVariance` with one pair, `zeroVariance` where all is one number.
  public var concordanceReason: Caveat? {
    guard n >= 2 else { return n > 0 ? .tooFewForVariance : .noData }
    return spread > 0 ? nil : .zeroVariance
  }

  /// n² times the covariance.
  private var covariation: Int128 { n * gr - g * r }

  /// n² times the variance of *g*.
  private var givenVariation: Int128 { n * gg - g * g }

  /// n² times the variance of *r*.
  private var returnedVariation: Int128 { n * rr - r * r }

  /// n² times the mean squared distance of two independent pairs: both variances and the squared gap of the means.
  private var spread: Int128 { givenVariation + returnedVariation + (g - r) * (g - r) }
}
