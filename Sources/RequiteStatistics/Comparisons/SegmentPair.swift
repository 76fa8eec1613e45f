/// One segment of a population at two times, known by its sums.
///
///     SegmentPair(from: (y: 3_000_000, w: 8_000_000), to: nil)     // a segment that is gone
///
/// *y* and *w* are Σy and Σw over the segment, as in `ClusterMoments`, so that its ratio is y/w and its share of the whole
/// is w over the sum of all *w*. A segment absent at one time has neither.
public struct SegmentPair: Hashable, Sendable {
  /// Σ y at the earlier time, 0 where absent.
  public let ya: Int128
  /// Σ w at the earlier time, 0 where absent.
  public let wa: Int128
  /// Σ y at the later time, 0 where absent.
  public let yb: Int128
  /// Σ w at the later time, 0 where absent.
  public let wb: Int128

  /// Creates a segment from its sums at either time, with no weight negative and no *y* without weight.
  public init(from before: (y: Int128, w: Int128)?, to after: (y: Int128, w: Int128)?) {
    (ya, wa) = before ?? (0, 0)
    (yb, wb) = after ?? (0, 0)
    precondition(wa >= 0 && wb >= 0, "no sum of weights is negative")
    precondition((wa > 0 || ya == 0) && (wb > 0 || yb == 0), "without weight there is no sum")
  }
}
