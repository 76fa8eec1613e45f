/// Threads by how long they waited: as many as there are, or as many as came (positive) and went (negative).
///
///     let bins: WaitBins = [60: .init(answered: 3), 86_400: .init(censored: 1)]
public struct WaitBins: Hashable, Sendable {
  /// Threads that waited equally long.
  public struct Bin: Hashable, Sendable {
    /// The wait in seconds.
    public let seconds: Int64
    /// The threads.
    public var counts: CausedChanges.WaitCounts

    /// Creates a bin.
    public init(seconds: Int64, _ counts: CausedChanges.WaitCounts) {
      self.seconds = seconds
      self.counts = counts
    }
  }

  /// The bins, strictly ascending by seconds.
  public private(set) var bins: [Bin] = []

  /// No threads.
  public init() {}

  /// Takes bins over that ascend strictly by seconds.
  public init(ascending bins: [Bin]) {
    precondition(zip(bins, bins.dropFirst()).allSatisfy { $0.seconds < $1.seconds }, "bins ascend by seconds")
    self.bins = bins
  }

  /// Whether there is no thread.
  public var isEmpty: Bool { bins.isEmpty }

  /// Adds the threads of `other`; bins that come to nothing vanish.
  ///
  /// - Complexity: O(*n*) in the bins of both.
  public mutating func add(_ other: WaitBins) {
    var merged: [Bin] = []
    merged.reserveCapacity(bins.count + other.bins.count)
    var (place, rest) = (0, other.bins[...])
    while place < bins.count || !rest.isEmpty {
      var bin: Bin
      if place < bins.count, rest.first.map({ bins[place].seconds <= $0.seconds }) ?? true {
        bin = bins[place]
        place += 1
        if let next = rest.first, next.seconds == bin.seconds {
          bin.counts.answered += next.counts.answered
          bin.counts.censored += next.counts.censored
          rest.removeFirst()
        }
      } else {
        bin = rest.removeFirst()
      }
      if bin.counts != CausedChanges.WaitCounts() { merged.append(bin) }
    }
    bins = merged
  }
}

extension WaitBins: ExpressibleByDictionaryLiteral {
  /// Creates bins from seconds and threads, in any order, none twice.
  public init(dictionaryLiteral elements: (Int64, CausedChanges.WaitCounts)...) {
    self.init(ascending: elements.map { Bin(seconds: $0, $1) }.sorted { $0.seconds < $1.seconds })
  }
}
