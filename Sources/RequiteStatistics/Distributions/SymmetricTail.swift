/// The two expansions from which tail probabilities follow: a series for the middle, a fraction for far out.
///
/// Both have positive terms only, so that nothing cancels. The normal distribution is the limit of Student's *t* in
/// either, term by term.
enum SymmetricTail {
  /// Where the series hands over to the fraction, in standard errors: the tail beyond is below a third.
  static let handover = 2.0

  /// 1 + r(0) + r(0)r(1) + r(0)r(1)r(2) + …, for ratios that fall to a limit below 1.
  static func series(ratio: (Double) -> Double) -> Double {
    var sum = 0.0
    var term = 1.0
    var k = 0.0
    while term > 1e-17 * sum {
      sum += term
      term *= ratio(k)
      k += 1
    }
    return sum
  }

  /// 1/(1 + c(1)/(1 + c(2)/(1 + …))) for coefficients that are not negative.
  ///
  /// Evaluated forwards by the modified method of Lentz (Thompson and Barnett, *J. Comput. Phys.* 64 (1986) 490–509). At
  /// two standard errors it takes some hundred terms, farther out fewer.
  static func fraction(coefficient: (Double) -> Double) -> Double {
    var value = 1.0
    var numerator = 1.0
    var denominator = 0.0
    for n in 1...1000 {
      let c = coefficient(Double(n))
      denominator = 1 / (1 + c * denominator)
      numerator = 1 + c / numerator
      value *= numerator * denominator
      if (numerator * denominator - 1).magnitude < 1e-15 { break }
    }
    return 1 / value
  }
}
