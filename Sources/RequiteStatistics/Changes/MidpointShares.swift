/// The change of a ratio of sums, divided among its causes exactly and with nothing left over.
///
///     let shares = try MidpointShares(
///       from: RatioCounts(numerator: 260, denominator: 800), to: RatioCounts(numerator: 241, denominator: 818),
///       changes: [
///         RatioCounts(numerator: -14, denominator: 24),     // late: 3 promoters, 4 passives, 17 detractors
///         RatioCounts(numerator: -6, denominator: -6),      // removed: 6 promoters
///         RatioCounts(numerator: 1, denominator: 0),        // corrected
///       ])
///     shares.parts.map { 100 * Double($0) }     // -2.6496…, -0.5118…, 0.1236…
///
/// With M = N/W, M̄ and W̄ the means of before and after, a cause that changed N by ΔN and W by ΔW takes
///
///     φ = (ΔN − M̄ ΔW) / W̄ = [2 W₀W₁ ΔN − (N₀W₁ + N₁W₀) ΔW] / [W₀W₁ (W₀ + W₁)]
///
/// The parts add up to M₁ − M₀; a cause that is two causes takes what both take; their order does not matter;
/// exchanging before and after changes every sign and nothing else; whatever changed neither sum takes 0. Whoever joins
/// a pool moves it by their distance from its mean: a passive answer among happy ones lowers their score.
///
/// Source: the midpoint form of Kitagawa (1955) and Das Gupta, *Standardization and decomposition of rates* (U.S.
/// Bureau of the Census, P23-186, 1993), at the level of single rows.
public struct MidpointShares: Hashable, Sendable {
  /// What each cause takes of the change, in the order given.
  public let parts: [Fraction]
  /// The whole change: the ratio after less the ratio before.
  public let change: Fraction

  /// Divides the change of a ratio.
  ///
  /// - Throws: `MidpointFailure` where there is no ratio at one end, where `changes` do not add up to the difference of
  ///   both ends, or where exact arithmetic ends. Sums of 10¹⁵ millionths are far from that.
  public init(
    from before: RatioCounts, to after: RatioCounts, changes: [RatioCounts]
  ) throws(MidpointFailure) {
    guard before.denominator > 0, after.denominator > 0 else { throw .noWeight }
    let all = [before, after] + changes
    guard all.allSatisfy({ $0.isWithin(bits: 100) }) else { throw .tooLarge }
    guard changes.reduce(.zero, +) == after - before else { throw .sumsDiffer }
    // The parts are ratios: a common divisor, such as a million, drops out of all of them.
    let unit = all.reduce(UInt128(0)) { $0.greatestCommonDivisor(with: $1) }
    let (first, last) = (before.divided(by: unit), after.divided(by: unit))
    guard all.allSatisfy({ $0.divided(by: unit).isWithin(bits: 74) }) else { throw .tooLarge }
    let midpoint = Midpoint(first, last)
    parts = changes.map { midpoint.part(of: $0.divided(by: unit)) }
    change = midpoint.part(of: last - first)
  }
}

/// What all causes of one change have in common.
private struct Midpoint {
  /// 2 W₀W₁.
  let gain: WideInteger
  /// N₀W₁ + N₁W₀.
  let loss: WideInteger
  /// W₀W₁ (W₀ + W₁).
  let denominator: WideMagnitude

  init(_ before: RatioCounts, _ after: RatioCounts) {
    let weights = WideInteger.product(before.denominator, after.denominator)
    gain = weights * 2
    loss =
      WideInteger.product(before.numerator, after.denominator)
      + WideInteger.product(after.numerator, before.denominator)
    denominator = weights.magnitude * (before.denominator + after.denominator).magnitude
  }

  func part(of change: RatioCounts) -> Fraction {
    Fraction(gain * change.numerator - loss * change.denominator, over: denominator)
  }
}

extension RatioCounts {
  fileprivate func isWithin(bits: Int) -> Bool {
    numerator.magnitude >> UInt128(bits) == 0 && denominator.magnitude >> UInt128(bits) == 0
  }

  fileprivate func divided(by unit: UInt128) -> RatioCounts {
    let unit = Int128(unit)
    return RatioCounts(numerator: numerator / unit, denominator: denominator / unit)
  }
}

extension UInt128 {
  /// The greatest number that divides this and both counts.
  fileprivate func greatestCommonDivisor(with counts: RatioCounts) -> UInt128 {
    var common = self
    for count in [counts.numerator.magnitude, counts.denominator.magnitude] {
      var (a, b) = (common, count)
      while b != 0 { (a, b) = (b, a % b) }
      common = a
    }
    return common
  }
}
