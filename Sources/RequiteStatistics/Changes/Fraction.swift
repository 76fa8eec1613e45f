/// An exact fraction of whole numbers, as the parts of a change are.
///
///     let ratio = Fraction(241, over: 818)
///     ratio.rounded(unitsPerOne: 1000)     // 295: 29.5 points of a hundred
///     Double(ratio)                        // 0.29462…
///
/// Equal fractions are equal however they came about: 1/2 is 2/4.
public struct Fraction: Sendable {
  /// Above the line, not reduced.
  let numerator: WideInteger
  /// Below the line, not reduced; above 0 and below 2²²⁴.
  let denominator: WideMagnitude

  init(_ numerator: WideInteger, over denominator: WideMagnitude) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Creates the fraction of two whole numbers, the lower above 0.
  public init(_ numerator: Int128, over denominator: Int128) {
    precondition(denominator > 0, "a fraction has a whole number above 0 below its line")
    self.init(WideInteger(numerator), over: WideMagnitude(denominator.magnitude))
  }

  /// Numerator and denominator without a common divisor, or `nil` where one of them needs more than 127 bits.
  public var reduced: (numerator: Int128, denominator: Int128)? {
    let parts = canonical
    guard parts.numerator.magnitude.high == 0, parts.denominator.high == 0,
      let numerator = Int128(exactly: parts.numerator.magnitude.low),
      let denominator = Int128(exactly: parts.denominator.low)
    else { return nil }
    return (parts.numerator.isNegative ? -numerator : numerator, denominator)
  }

  /// The whole number of units nearest to the value, ties to even.
  ///
  /// - Parameter unitsPerOne: how many units make 1, from 1 to 10⁹: with 1,000 a net share is displayed in points with
  ///   one decimal.
  public func rounded(unitsPerOne: Int64) -> Int128 {
    let (floor, rest) = floored(unitsPerOne: unitsPerOne)
    let twice = rest.shifted(left: 1)
    return twice < denominator || (twice == denominator && floor % 2 == 0) ? floor : floor + 1
  }

  /// The greatest whole number of units not above the value, and what is above it, in units over `denominator`.
  func floored(unitsPerOne: Int64) -> (floor: Int128, rest: WideMagnitude) {
    precondition(1...1_000_000_000 ~= unitsPerOne, "from 1 to 10⁹ units make 1")
    let units = UInt128(unitsPerOne)
    let whole = numerator.magnitude.quotientAndRemainder(dividingBy: denominator)
    let part = (whole.remainder * units).quotientAndRemainder(dividingBy: denominator)
    let magnitude = whole.quotient * units + part.quotient
    precondition(magnitude.bitCount < 127, "a displayed number fits 127 bits")
    let count = Int128(magnitude.low)
    if !numerator.isNegative { return (count, part.remainder) }
    return part.remainder == .zero ? (-count, .zero) : (-count - 1, denominator - part.remainder)
  }

  private var canonical: (numerator: WideInteger, denominator: WideMagnitude) {
    let divisor = WideMagnitude.greatestCommonDivisor(numerator.magnitude, denominator)
    let magnitude = numerator.magnitude.quotientAndRemainder(dividingBy: divisor).quotient
    return (
      WideInteger(isNegative: numerator.isNegative, magnitude: magnitude),
      denominator.quotientAndRemainder(dividingBy: divisor).quotient
    )
  }
}

extension Fraction: Hashable {
  /// Whether both have the same value.
  public static func == (a: Fraction, b: Fraction) -> Bool {
    a.canonical == b.canonical
  }

  /// Hashes the value.
  public func hash(into hasher: inout Hasher) {
    let parts = canonical
    hasher.combine(parts.numerator)
    hasher.combine(parts.denominator)
  }
}

extension Fraction {
  /// 0.
  public static let zero = Fraction(0, over: 1)

  /// Whether the value is 0.
  public var isZero: Bool { numerator.magnitude == .zero }

  /// The same distance from 0 on the other side.
  public static prefix func - (value: Fraction) -> Fraction {
    Fraction(-value.numerator, over: value.denominator)
  }
}

extension Double {
  /// The value of a fraction: the quotient of its two numbers, each rounded once.
  public init(_ fraction: Fraction) {
    let quotient = fraction.numerator.magnitude.double / fraction.denominator.double
    self = fraction.numerator.isNegative ? -quotient : quotient
  }
}
