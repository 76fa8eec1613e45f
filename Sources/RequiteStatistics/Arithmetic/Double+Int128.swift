extension Double {
  /// The number nearest to a sum, ties to even, as the standard library rounds it.
  ///
  /// The standard library converts 128-bit integers through a generic that asks for one word after the other, which took
  /// a seventh of the time of a report.
  @inlinable
  package init(_ sum: Int128) {
    if let short = Int64(exactly: sum) {
      self = Double(short)
    } else {
      let nearest = Double(rounding: sum.magnitude)
      self = sum < 0 ? -nearest : nearest
    }
  }

  /// The number nearest to a whole number above 2⁶³.
  ///
  /// The 64 leading bits are more than a `Double` keeps; that some bit behind them is set is all that matters of the rest,
  /// so it is noted in the last of the 64.
  @usableFromInline
  init(rounding magnitude: UInt128) {
    let dropped = max(0, 64 - magnitude.leadingZeroBitCount)
    let leading = UInt64(truncatingIfNeeded: magnitude >> UInt128(dropped))
    let isExact = magnitude.trailingZeroBitCount >= dropped
    self = Double(sign: .plus, exponent: dropped, significand: Double(isExact ? leading : leading | 1))
  }
}
