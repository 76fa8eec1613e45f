/// A whole number of up to 256 bits without a sign: room for the product of three sums.
///
/// Overflow traps; `MidpointShares` and `Fraction` keep their numbers below it.
struct WideMagnitude: Hashable, Sendable {
  /// The upper 128 bits.
  var high: UInt128
  /// The lower 128 bits.
  var low: UInt128

  init(_ low: UInt128, high: UInt128 = 0) {
    self.low = low
    self.high = high
  }

  static let zero = WideMagnitude(0)

  /// The product of two numbers, always exact.
  static func product(_ a: UInt128, _ b: UInt128) -> WideMagnitude {
    let full = a.multipliedFullWidth(by: b)
    return WideMagnitude(full.low, high: full.high)
  }

  /// The number of bits up to the highest that is set; 0 for 0.
  var bitCount: Int {
    high > 0 ? 256 - high.leadingZeroBitCount : 128 - low.leadingZeroBitCount
  }

  /// The number times 2 to the power of `places`, below 256, with no bit lost.
  func shifted(left places: Int) -> WideMagnitude {
    precondition(bitCount + places <= 256, "a product of sums fits 256 bits")
    if places >= 128 { return WideMagnitude(0, high: low << UInt128(places - 128)) }
    if places == 0 { return self }
    return WideMagnitude(low << UInt128(places), high: high << UInt128(places) | low >> UInt128(128 - places))
  }

  /// Half of the number, without its last bit.
  var halved: WideMagnitude {
    WideMagnitude(low >> 1 | high << 127, high: high >> 1)
  }

  /// The number nearest to it, ties to even.
  var double: Double {
    let dropped = max(0, bitCount - 128)
    guard dropped > 0 else { return Double(rounding: low) }
    // Of the bits behind the leading 128 only matters whether any is set.
    let leading = high << UInt128(128 - dropped) | low >> UInt128(dropped)
    let isExact = low.trailingZeroBitCount >= dropped
    return Double(sign: .plus, exponent: dropped, significand: Double(rounding: isExact ? leading : leading | 1))
  }
}

extension WideMagnitude: Comparable {
  static func < (a: WideMagnitude, b: WideMagnitude) -> Bool {
    a.high != b.high ? a.high < b.high : a.low < b.low
  }
}

extension WideMagnitude {
  static func + (a: WideMagnitude, b: WideMagnitude) -> WideMagnitude {
    let (low, carry) = a.low.addingReportingOverflow(b.low)
    return WideMagnitude(low, high: a.high + b.high + (carry ? 1 : 0))
  }

  /// The difference; `b` is not greater.
  static func - (a: WideMagnitude, b: WideMagnitude) -> WideMagnitude {
    let (low, borrow) = a.low.subtractingReportingOverflow(b.low)
    return WideMagnitude(low, high: a.high - b.high - (borrow ? 1 : 0))
  }

  static func * (a: WideMagnitude, b: UInt128) -> WideMagnitude {
    let upper = product(a.high, b)
    precondition(upper.high == 0, "a product of sums fits 256 bits")
    return product(a.low, b) + WideMagnitude(0, high: upper.low)
  }

  /// The whole quotient and what is left over.
  ///
  /// - Complexity: O(*b*) in the bits of the quotient, which are few where shares are displayed.
  func quotientAndRemainder(dividingBy divisor: WideMagnitude) -> (quotient: WideMagnitude, remainder: WideMagnitude) {
    precondition(divisor != .zero, "nothing is divided by 0")
    if high == 0, divisor.high == 0 {
      let short = low.quotientAndRemainder(dividingBy: divisor.low)
      return (WideMagnitude(short.quotient), WideMagnitude(short.remainder))
    }
    guard self >= divisor else { return (.zero, self) }
    let places = bitCount - divisor.bitCount
    var (quotient, rest, piece) = (WideMagnitude.zero, self, divisor.shifted(left: places))
    for _ in 0...places {
      quotient = quotient.shifted(left: 1)
      if rest >= piece {
        rest = rest - piece
        quotient.low |= 1
      }
      piece = piece.halved
    }
    return (quotient, rest)
  }

  /// The first 64 binary digits of the quotient, rounded down; this is less than `divisor`, and that below 2²⁵⁵.
  func binaryDigits(over divisor: WideMagnitude) -> UInt64 {
    if divisor.high == 0 {
      return UInt64(divisor.low.dividingFullWidth((high: low >> 64, low: low << 64)).quotient)
    }
    var (digits, left) = (UInt64(0), self)
    for _ in 0..<64 {
      left = left.shifted(left: 1)
      digits <<= 1
      if left >= divisor {
        left = left - divisor
        digits |= 1
      }
    }
    return digits
  }

  /// The greatest number that divides both; that of 0 and another number is the other.
  static func greatestCommonDivisor(_ a: WideMagnitude, _ b: WideMagnitude) -> WideMagnitude {
    var (a, b) = (a, b)
    while b != .zero { (a, b) = (b, a.quotientAndRemainder(dividingBy: b).remainder) }
    return a
  }
}
