/// How many waits of how many seconds ended in an answer or were cut off: the state of a first-answer curve (METHODS B10).
///
/// It holds at most about twice as many bins as there are different lengths, however many waits are added.
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

  /// Compacted bins, one for each length and by length, then those that came since.
  private var stored: [Bin] = []
  /// How many of the stored bins are compacted.
  private var compacted = 0
  /// How many of the stored bins may stand there before they are compacted.
  private var limit = leastLimit

  private static let leastLimit = 64

  /// Creates an empty histogram.
  public init() {}

  /// Whether nothing was added.
  public var isEmpty: Bool { stored.isEmpty }

  /// How many bins it stores: at least one for each length.
  package var storedCount: Int { stored.count }

  /// Adds waits of one length.
  ///
  /// - Complexity: O(log *n*) on average over many calls.
  public mutating func add(_ bin: Bin) {
    stored.append(bin)
    guard stored.count > limit else { return }
    stored = bins
    compacted = stored.count
    limit = max(Histogram.leastLimit, 2 * stored.count)
  }

  /// Adds all waits of `other`.
  public mutating func merge(_ other: Histogram) {
    if stored.isEmpty {
      self = other
    } else {
      for bin in other.stored { add(bin) }
    }
  }

  /// The bins, by length, one for each length seen.
  public var bins: [Bin] {
    let late = stored[compacted...].sorted { $0.seconds < $1.seconds }
    var result: [Bin] = []
    result.reserveCapacity(stored.count)
    var next = 0
    for bin in late {
      while next < compacted, stored[next].seconds <= bin.seconds {
        Histogram.append(stored[next], to: &result)
        next += 1
      }
      Histogram.append(bin, to: &result)
    }
    result += stored[next..<compacted]
    return result
  }

  /// Appends a bin that is not shorter than the last one, or adds it there.
  private static func append(_ bin: Bin, to bins: inout [Bin]) {
    if let last = bins.last, last.seconds == bin.seconds {
      bins[bins.count - 1].answered += bin.answered
      bins[bins.count - 1].censored += bin.censored
    } else {
      bins.append(bin)
    }
  }
}
