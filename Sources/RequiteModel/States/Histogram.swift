/// How many waits of how many seconds ended in an answer or were cut off: the state of a first-answer curve (METHODS B10).
public struct Histogram: Sendable {
  /// Waits of one length.
  public struct Bin: Hashable, Sendable {
    /// The length of the wait in seconds.
    public var seconds: UInt32
    /// Waits of this length that ended in an answer.
    public var answered: UInt32
    /// Waits of this length that were still going on when observation ended.
    public var censored: UInt32

    /// Creates a bin.
    public init(seconds: UInt32, answered: UInt32, censored: UInt32) {
      self.seconds = seconds
      self.answered = answered
      self.censored = censored
    }
  }

  private var unsorted: [Bin] = []

  /// Creates an empty histogram.
  public init() {}

  /// Adds waits of one length.
  public mutating func add(_ bin: Bin) {
    unsorted.append(bin)
  }

  /// Adds all waits of `other`.
  public mutating func merge(_ other: Histogram) {
    unsorted += other.unsorted
  }

  /// The bins, by length, one for each length seen.
  public var bins: [Bin] {
    var result: [Bin] = []
    for bin in unsorted.sorted(by: { $0.seconds < $1.seconds }) {
      if let last = result.last, last.seconds == bin.seconds {
        result[result.count - 1].answered += bin.answered
        result[result.count - 1].censored += bin.censored
      } else {
        result.append(bin)
      }
    }
    return result
  }
}
