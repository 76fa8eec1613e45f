/// The difference of two shares from two simple samples that share nobody, with Newcombe's interval (METHODS B7, B14).
///
///     let vendor = Proportion(successes: 41, of: 50)
///     let customers = Proportion(successes: 16, of: 160)
///     let gap = ShareDifference(vendor, customers)
///     gap.difference     // 0.72
///     gap.interval       // 0.580…0.810
///
/// The interval is put together from the Wilson limits of both shares. It stays sensible with few cases and with none or
/// all successful, and never leaves −1…1. Weighted answers need `RatioDifference`.
///
/// Source: the hybrid score interval, method 10 of Newcombe, *Statistics in Medicine* 17 (1998) 873–890.
public struct ShareDifference: Hashable, Sendable {
  /// The first share less the second, or `nil` where either is a share of none.
  public let difference: Double?
  /// The 95 % interval of the difference, or `nil` where there is none.
  public let interval: Interval?

  /// Subtracts the share `b` from the share `a`.
  public init(_ a: Proportion, _ b: Proportion) {
    guard let first = a.estimate, let second = b.estimate, let one = a.wilsonInterval, let other = b.wilsonInterval
    else {
      (difference, interval) = (nil, nil)
      return
    }
    let gap = first - second
    let below = Self.length(first - one.low, other.high - second)
    let above = Self.length(one.high - first, second - other.low)
    difference = gap
    interval = Interval(low: gap - below, high: gap + above).clamped(to: .shareDifferences)
  }

  /// `noData` where either is a share of none.
  public var reason: Caveat? { difference == nil ? .noData : nil }

  private static func length(_ x: Double, _ y: Double) -> Double {
    (x * x + y * y).squareRoot()
  }
}
