/// A whole number of up to 256 bits with a sign.
struct WideInteger: Hashable, Sendable {
  /// Whether it is below 0; never for 0.
  let isNegative: Bool
  /// Its distance from 0.
  let magnitude: WideMagnitude

  init(isNegative: Bool, magnitude: WideMagnitude) {
    self.isNegative = isNegative && magnitude != .zero
    self.magnitude = magnitude
  }

  init(_ value: Int128) {
    self.init(isNegative: value < 0, magnitude: WideMagnitude(value.magnitude))
  }

  /// The product of two numbers, always exact.
  static func product(_ a: Int128, _ b: Int128) -> WideInteger {
    WideInteger(isNegative: (a < 0) != (b < 0), magnitude: .product(a.magnitude, b.magnitude))
  }

  static func * (a: WideInteger, b: Int128) -> WideInteger {
    WideInteger(isNegative: a.isNegative != (b < 0), magnitude: a.magnitude * b.magnitude)
  }

  static prefix func - (a: WideInteger) -> WideInteger {
    WideInteger(isNegative: !a.isNegative, magnitude: a.magnitude)
  }

  static func + (a: WideInteger, b: WideInteger) -> WideInteger {
    if a.isNegative == b.isNegative {
      return WideInteger(isNegative: a.isNegative, magnitude: a.magnitude + b.magnitude)
    }
    return a.magnitude >= b.magnitude
      ? WideInteger(isNegative: a.isNegative, magnitude: a.magnitude - b.magnitude)
      : WideInteger(isNegative: b.isNegative, magnitude: b.magnitude - a.magnitude)
  }

  static func - (a: WideInteger, b: WideInteger) -> WideInteger {
    a + (-b)
  }
}
