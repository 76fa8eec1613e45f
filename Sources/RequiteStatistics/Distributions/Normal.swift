/// The standard normal distribution.
public enum Normal {
  /// The 97.5 % quantile *z*: a 95 % interval is the estimate ± *z* standard errors (METHODS B0.5).
  public static let z975 = 1.959963984540054

  /// The probability that |Z| > |`z`|: the two-sided p-value of a *z* statistic.
  ///
  ///     Normal.probabilityOutside(1)               // 0.317…
  ///     Normal.probabilityOutside(Normal.z975)     // 0.05
  ///
  /// Accurate to 10⁻¹² of itself as long as it is not below the least normal number, which is at 37.5. It never falls
  /// to 0 for want of digits, as one less the probability within would from 8 on.
  ///
  /// Source: Abramowitz and Stegun, *Handbook of Mathematical Functions* (1964), 26.2.11 below two, 26.2.14 above.
  ///
  /// - Parameter z: a number, or infinity; not NaN.
  public static func probabilityOutside(_ z: Double) -> Double {
    precondition(!z.isNaN, "a statistic is a number")
    let z = z.magnitude
    let square = z * z
    let twiceDensity = (2 / Double.pi).squareRoot() * Elementary.exponential(-square / 2)
    guard z >= SymmetricTail.handover else {
      return 1 - twiceDensity * z * SymmetricTail.series { square / (3 + 2 * $0) }
    }
    return twiceDensity / z * SymmetricTail.fraction { $0 / square }
  }
}
