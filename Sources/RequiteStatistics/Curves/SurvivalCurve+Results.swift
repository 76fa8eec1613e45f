extension SurvivalCurve {
  /// The time after which half of all waits have ended, with its 95 % limits.
  public struct Median: Hashable, Sendable {
    /// The least time at which at most half still wait, in seconds.
    public let seconds: Int64?
    /// The least time at which it may be so, in seconds.
    public let low: Int64?
    /// The least time at which it must be so, in seconds.
    ///
    /// Often missing in small samples: the upper limit is open.
    public let high: Int64?
    /// Why `seconds` is missing: `noData` without waits, `notReached` where more than half never ended.
    public let reason: Caveat?
  }

  /// A share of waits, with its uncertainty.
  public struct Share: Hashable, Sendable {
    /// The share, or `nil` without waits.
    public let estimate: Double?
    /// Its standard error, or `nil` where the share is 1.
    public let standardError: Double?
    /// Its 95 % interval, or `nil` where the share is 0 or 1.
    public let interval: Interval?
    /// `noData` without waits, `zeroVariance` where the share is 0 or 1.
    public let reason: Caveat?
  }

  /// The median wait.
  ///
  /// Its limits are the times at which the limits of the curve fall to one half.
  public var median: Median {
    let seconds = steps.first { $0.survival <= SurvivalCurve.half }?.seconds
    return Median(
      seconds: seconds,
      low: steps.first { $0.interval.map { $0.low <= 0.5 } ?? true }?.seconds,
      high: steps.first { $0.interval.map { $0.high <= 0.5 } ?? false }?.seconds,
      reason: count == 0 ? .noData : seconds == nil ? .notReached : nil)
  }

  /// The share of waits that ended within `seconds`.
  ///
  /// Beyond the longest wait observed it stays at its last value.
  ///
  /// - Complexity: O(log *n*) in the number of steps.
  public func ended(by seconds: Int64) -> Share {
    guard count > 0 else { return Share(estimate: nil, standardError: nil, interval: nil, reason: .noData) }
    guard let step = lastStep(by: seconds) else {
      return Share(estimate: 0, standardError: 0, interval: nil, reason: .zeroVariance)
    }
    return Share(
      estimate: 1 - step.survival, standardError: step.standardError,
      interval: step.interval.map { Interval(low: 1 - $0.high, high: 1 - $0.low) },
      reason: step.interval == nil ? .zeroVariance : nil)
  }

  private func lastStep(by seconds: Int64) -> Step? {
    var low = 0
    var high = steps.count
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].seconds <= seconds { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? steps[low - 1] : nil
  }
}
