/// Parts of a change as they are displayed: whole units that add up to the displayed change.
///
///     let shown = ApportionedChange(from: 325, to: 295, parts: shares.parts, unitsPerOne: 1000)
///     shown?.parts     // -26, -5, 1: -2.6, -0.5 and +0.1 points make the -3.0 from 32.5 to 29.5
///
/// The displayed change is the displayed end less the displayed start, which is not always the rounded change: from
/// 32.46 (32.5) to 29.44 (29.4) it is −3.1. Rounding each part by itself fails to add up in about half of all cases
/// with six causes. So each is rounded down, and the units left over go to the parts that lost most, the earlier of
/// equals first. No part moves by a unit or more (in rare ties by one), and a part that is 0 stays 0.
public struct ApportionedChange: Hashable, Sendable {
  /// The displayed end less the displayed start, in units.
  public let total: Int128
  /// Each part, in units, in the order given.
  public let parts: [Int128]

  /// Displays parts of a change.
  ///
  /// Returns `nil` where the parts are not those of this change: their sum misses it by two units or more.
  ///
  /// - Parameters:
  ///   - start: what is displayed before, in units.
  ///   - end: what is displayed after, in units.
  ///   - parts: the exact parts, in the scale of the ratio.
  ///   - unitsPerOne: how many units make 1 in that scale, from 1 to 10⁹.
  public init?(from start: Int128, to end: Int128, parts: [Fraction], unitsPerOne: Int64) {
    let remainders = parts.map { Remainder($0, unitsPerOne: unitsPerOne) }
    self.init(total: end - start, remainders)
  }

  /// Displays parts that are real numbers in the scale displayed, as those of an index are.
  ///
  /// Each is first rounded to the millionth of a unit, below which mathematics libraries may differ.
  public init?(from start: Int128, to end: Int128, parts: [Double], unitsPerOne: Int64) {
    guard parts.allSatisfy({ ($0 * Double(unitsPerOne)).magnitude < 1e30 }) else { return nil }
    let remainders = parts.map { part in
      let millionths = (part * Double(unitsPerOne) * 1_000_000).rounded(.toNearestOrEven)
      return Remainder(Fraction(Int128(millionths), over: 1_000_000), unitsPerOne: 1)
    }
    self.init(total: end - start, remainders)
  }

  private init?(total: Int128, _ remainders: [Remainder]) {
    self.total = total
    var shown = remainders.map(\.floor)
    var left = total - shown.reduce(0, +)
    let missed = Double(left) - remainders.reduce(0) { $0 + Double($1.rest) * 0x1p-64 }
    guard missed.magnitude < 2 else { return nil }
    let receivers = remainders.indices.filter { !remainders[$0].isZero }
      .sorted { (remainders[$1].rest, $0) < (remainders[$0].rest, $1) }
    guard left == 0 || !receivers.isEmpty else { return nil }
    while left > 0 {
      for place in receivers.prefix(Int(left)) { shown[place] += 1 }
      left -= min(left, Int128(receivers.count))
    }
    for place in receivers.reversed().prefix(Int(-left)) { shown[place] -= 1 }
    parts = shown
  }
}

/// A part rounded down.
private struct Remainder {
  /// The whole units not above it.
  let floor: Int128
  /// What is above them, in 2⁻⁶⁴ of a unit.
  let rest: UInt64
  /// Whether the part is 0.
  let isZero: Bool

  init(_ part: Fraction, unitsPerOne: Int64) {
    let (floor, rest) = part.floored(unitsPerOne: unitsPerOne)
    self.floor = floor
    isZero = part.isZero
    self.rest = rest.binaryDigits(over: part.denominator)
  }
}
