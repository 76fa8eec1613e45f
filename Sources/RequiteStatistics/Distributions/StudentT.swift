/// Student's *t* distribution with a whole number of degrees of freedom.
///
/// Source: Abramowitz and Stegun, *Handbook of Mathematical Functions* (1964), 26.7.3–26.7.5.
public enum StudentT {
  /// The 97.5 % quantile: a 95 % interval is the estimate ± this many standard errors.
  ///
  ///     StudentT.quantile975(df: 1)     // 12.706…
  ///     StudentT.quantile975(df: 36)    //  2.028…
  ///
  /// Up to 1,000 degrees of freedom by bisection on the finite series of `probabilityWithin(_:df:)`, above by the
  /// expansion in powers of 1/df, whose first neglected term is there below 10⁻¹⁴.
  ///
  /// Returns `nil` below one degree of freedom.
  public static func quantile975(df: Int64) -> Double? {
    guard df >= 1 else { return nil }
    if df > 1000 { return expansion975(df: Double(df)) }
    return bisect(Interval(low: 0, high: 10_000)) { centralProbability($0, df: df) < 0.95 }
  }

  /// The probability that |T| ≤ `t`: one less the two-sided p-value.
  ///
  /// Returns `nil` below one degree of freedom.
  ///
  /// - Complexity: O(df).
  public static func probabilityWithin(_ t: Double, df: Int64) -> Double? {
    df >= 1 ? centralProbability(t.magnitude, df: df) : nil
  }

  /// The finite series 26.7.3 (odd) and 26.7.4 (even), in the angle whose tangent is t/√df.
  private static func centralProbability(_ t: Double, df: Int64) -> Double {
    let root = Double(df).squareRoot()
    let squaredCosine = Double(df) / (Double(df) + t * t)
    let sine = t / (Double(df) + t * t).squareRoot()
    guard df % 2 == 1 else {
      return sine * series(from: 1, firstFactor: 1, terms: df / 2, squaredCosine: squaredCosine)
    }
    let angle = Elementary.arctangent(t / root)
    let sum = series(
      from: squaredCosine.squareRoot(), firstFactor: 2, terms: (df - 1) / 2, squaredCosine: squaredCosine)
    return 2 / Double.pi * (angle + sine * sum)
  }

  /// `first` · (1 + a/(a+1) cos² + a(a+2)/((a+1)(a+3)) cos⁴ + …), `terms` terms, with a = `firstFactor`.
  private static func series(from first: Double, firstFactor: Int64, terms: Int64, squaredCosine: Double) -> Double {
    var term = first
    var sum = 0.0
    var factor = Double(firstFactor)
    for _ in 0..<terms {
      sum += term
      term *= factor / (factor + 1) * squaredCosine
      factor += 2
    }
    return sum
  }

  /// The expansion 26.7.5 about the normal quantile.
  private static func expansion975(df: Double) -> Double {
    let x = Normal.z975
    let s = x * x
    let g1 = x * (s + 1) / 4
    let g2 = x * ((5 * s + 16) * s + 3) / 96
    let g3 = x * (((3 * s + 19) * s + 17) * s - 15) / 384
    let g4 = x * ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / 92_160
    return x + (((g4 / df + g3) / df + g2) / df + g1) / df
  }
}
