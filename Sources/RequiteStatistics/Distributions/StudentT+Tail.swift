extension StudentT {
  /// The probability that |T| > |`t`|: the two-sided p-value of a *t* statistic.
  ///
  ///     StudentT.probabilityOutside(2.028094, df: 36)     // 0.05
  ///     StudentT.probabilityOutside(40, df: 36)           // 1.95e-31
  ///
  /// Accurate to 10⁻¹² of itself however small it is, where one less `probabilityWithin(_:df:)` loses all digits. It is
  /// the incomplete beta function with the parameters df/2 and 1/2: below two a series (Abramowitz and Stegun, 26.5.4),
  /// above the continued fraction of Gauss for the same hypergeometric function (15.3.4; Wall, *Analytic Theory of
  /// Continued Fractions* (1948), chapter 18).
  ///
  /// Returns `nil` below one degree of freedom.
  ///
  /// - Parameters:
  ///   - t: a number, or infinity; not NaN.
  ///   - df: the degrees of freedom.
  /// - Complexity: O(df) up to 1,000 degrees of freedom, independent of them above.
  public static func probabilityOutside(_ t: Double, df: Int64) -> Double? {
    precondition(!t.isNaN, "a statistic is a number")
    guard df >= 1 else { return nil }
    let freedom = Double(df)
    let square = t * t
    let quotient = square / freedom
    guard quotient.isFinite else { return 0 }
    let power = Elementary.exponential(-freedom / 2 * logarithm(onePlus: quotient))
    guard t.magnitude >= SymmetricTail.handover else {
      let share = quotient / (1 + quotient)
      let series = SymmetricTail.series { (freedom + 1 + 2 * $0) / (3 + 2 * $0) * share }
      return 1 - power * share.squareRoot() * 2 / beta(df: df) * series
    }
    let fraction = SymmetricTail.fraction { n in
      n * (freedom + n - 1) / ((freedom + 2 * n - 2) * (freedom + 2 * n)) / quotient
    }
    return power * (1 + 1 / quotient).squareRoot() * 2 / (freedom * beta(df: df)) * fraction
  }

  /// ln(1 + x), to the last digits also where 1 + x has lost those of x.
  private static func logarithm(onePlus x: Double) -> Double {
    let sum = 1 + x
    return sum == 1 ? x : x * (Elementary.ln(sum) / (sum - 1))
  }

  /// The beta function of df/2 and 1/2.
  ///
  /// By recursion from B(1/2, 1/2) = π or B(1, 1/2) = 2; above 1,000 degrees of freedom by Stirling's series, whose first
  /// neglected term is there below 10⁻¹⁶.
  private static func beta(df: Int64) -> Double {
    guard df <= 1000 else {
      let a = Double(df) / 2
      return (Double.pi / a).squareRoot() * (1 + (1 + (1.0 / 16 - (5.0 / 128 + 21 / 4096 / a) / a) / a) / (8 * a))
    }
    let first: Int64 = df % 2 == 0 ? 2 : 1
    return stride(from: first, to: df, by: 2).reduce(df % 2 == 0 ? 2 : Double.pi) {
      $0 * Double($1) / Double($1 + 1)
    }
  }
}
