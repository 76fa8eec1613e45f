/// What unequal weights cost: Kish's design effect and effective sample size.
///
/// Both come from whole numbers before a single division. Source: Kish, *Survey Sampling* (1965), 11.2C; METHODS B4.
public struct DesignEffect: Hashable, Sendable {
  /// n Σw² / (Σw)²: by how much the variance of a mean grows because weights differ; 1 where they are equal.
  ///
  /// `nil` without weight.
  public let factor: Double?
  /// (Σw)² / Σw²: as many equally weighted people would know as much.
  ///
  /// `nil` without weight.
  public let effectiveSize: Double?

  /// Creates the effect of `n` weights with the sum `sumW` and the sum of squares `sumWW`, in any one unit.
  public init(n: Int64, sumW: Int128, sumWW: Int128) {
    guard n > 0, sumW > 0, sumWW > 0 else {
      factor = nil
      effectiveSize = nil
      return
    }
    let square = Double(sumW * sumW)
    factor = Double(Int128(n) * sumWW) / square
    effectiveSize = square / Double(sumWW)
  }

  /// `noData` without weight.
  public var reason: Caveat? { factor == nil ? .noData : nil }
}
