/// Logarithms for drawings: the same bits on every machine, which those of a system's library are not.
enum LogScale {
  /// The logarithm of a positive number to base 2, to about 1e-9.
  static func log2(_ value: Double) -> Double {
    precondition(value > 0, "only positive numbers have a logarithm")
    var mantissa = value.significand
    var result = Double(value.exponent)
    var bit = 0.5
    for _ in 0..<30 {
      mantissa *= mantissa
      if mantissa >= 2 {
        mantissa /= 2
        result += bit
      }
      bit /= 2
    }
    return result
  }
}
