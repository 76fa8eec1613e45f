#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#else
  #error("RequiteStatistics needs a mathematics library: ln, exp and atan.")
#endif

/// The functions of the C mathematics library that the estimators use, and no others.
///
/// Everything else is the four operations and `squareRoot()`, which IEEE 754 rounds alike on every machine. Between two
/// mathematics libraries these three may differ in the last bit, far below the six decimals that are published.
enum Elementary {
  /// The natural logarithm; −∞ at 0.
  static func ln(_ x: Double) -> Double { log(x) }

  /// *e* to the power of `x`.
  static func exponential(_ x: Double) -> Double { exp(x) }

  /// The angle, in radians, whose tangent is `x`.
  static func arctangent(_ x: Double) -> Double { atan(x) }
}
