/// How far a ratio over a moving window moves by chance from one time to the next.
///
///     let noise = MovementNoise(
///       from: RatioCounts(numerator: 241, denominator: 818), to: RatioCounts(numerator: 241, denominator: 838),
///       numeratorSquared: 64, product: 28, denominatorSquared: 100)     // 60 came, 40 went
///     noise?.standardError     // 0.00905…: a movement of -0.7 points is within ± 1.8
///
/// Two nights of a window of 90 days share 89 of them, and what they share cannot differ. Only who entered or left
/// moves the ratio, so only they make noise: SE² = Σᵤ (ΔNᵤ − M̄ ΔWᵤ)² / W̄², over customers *u*, each with all that
/// they changed. Two independent samples instead would have a standard error nine times as wide, and nothing would ever
/// stand out.
///
/// It speaks of a movement of the period only. A correction, a late answer, another setting or method is no sample of
/// anything, and has no noise.
public struct MovementNoise: Hashable, Sendable {
  /// The standard error of the movement, in the scale of the ratio.
  public let standardError: Double

  /// Half the width of the 95 % interval around the movement.
  public var margin: Double { Normal.z975 * standardError }

  /// The noise of the movement between two ratios, or `nil` where one of them is missing.
  ///
  /// - Parameters:
  ///   - before: the sums before, in the unit of the changes.
  ///   - after: the sums after.
  ///   - numeratorSquared: Σ ΔN² over customers.
  ///   - product: Σ ΔN ΔW over customers.
  ///   - denominatorSquared: Σ ΔW² over customers.
  public init?(
    from before: RatioCounts, to after: RatioCounts,
    numeratorSquared: Int128, product: Int128, denominatorSquared: Int128
  ) {
    guard before.denominator > 0, after.denominator > 0 else { return nil }
    let (first, last) = (Double(before.denominator), Double(after.denominator))
    let mean = (Double(before.numerator) / first + Double(after.numerator) / last) / 2
    let weight = (first + last) / 2
    let (yy, yw, ww) = (Double(numeratorSquared), Double(product), Double(denominatorSquared))
    let squares = yy - 2 * mean * yw + mean * mean * ww
    // A sum of squares is never negative; what is left of rounding is nothing.
    let rounding = 1e-12 * (yy + 2 * (mean * yw).magnitude + mean * mean * ww)
    standardError = squares <= rounding ? 0 : squares.squareRoot() / weight
  }
}
