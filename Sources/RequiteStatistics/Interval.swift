/// A closed interval of real numbers, such as a confidence interval or the range of an estimate.
public struct Interval: Hashable, Sendable {
  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double

  /// Creates an interval from its ends.
  public init(low: Double, high: Double) {
    precondition(low <= high, "the lower end of an interval is not above the upper end")
    self.low = low
    self.high = high
  }

  /// Creates the interval from `centre` − `margin` to `centre` + `margin`.
  public init(centre: Double, margin: Double) {
    self.init(low: centre - margin, high: centre + margin)
  }

  /// The range of a share: 0…1.
  public static let shares = Interval(low: 0, high: 1)

  /// The range of a net share, promoters less detractors: −1…1.
  public static let netShares = Interval(low: -1, high: 1)

  /// The interval with both ends moved into `bounds`.
  public func clamped(to bounds: Interval) -> Interval {
    Interval(low: min(max(low, bounds.low), bounds.high), high: max(min(high, bounds.high), bounds.low))
  }

  /// The interval in another unit, for example × 100.
  ///
  /// - Parameter factor: not negative.
  public func scaled(by factor: Double) -> Interval {
    Interval(low: low * factor, high: high * factor)
  }

  /// Whether `value` lies inside, ends included.
  public func contains(_ value: Double) -> Bool {
    low <= value && value <= high
  }
}
