extension ShapleyShares {
  /// Divides the change of a number read from a curve of waits, such as its median, among causes that added and removed
  /// waits.
  ///
  ///     ShapleyShares(waits: before, changes: changes, number: SurvivalCurve.medianSeconds)
  ///
  /// Returns `nil` where the number does not exist for some set of causes, or where a set would remove more waits of a
  /// length than there are: the causes then share waits and are not told apart.
  ///
  /// - Parameters:
  ///   - waits: the waits before, the bins strictly ascending by their length.
  ///   - changes: for each cause, at most 8, waits that came (positive) and went (negative), in any order.
  ///   - number: the number of the curve of some waits, whole: round a share to the millionths in which it is published.
  /// - Complexity: O(2ⁿ · *b*) for *n* causes and *b* bins.
  public init?(waits: [WaitBin], changes: [[WaitChange]], number: ([WaitBin]) -> Int64?) {
    let changed = ChangedWaits(waits, changes)
    self.init(causes: changes.count) { set in changed.waits(after: set).flatMap(number) }
  }

  /// Divides the changes of several numbers of one curve, in their order: the waits after each set of causes are put
  /// together once.
  ///
  /// Each is what ``init(waits:changes:number:)`` makes of it alone, `nil` where that is.
  ///
  /// - Complexity: O(2ⁿ · *b* · *m*) for *n* causes, *b* bins and *m* numbers.
  public static func of(
    waits: [WaitBin], changes: [[WaitChange]], numbers: [([WaitBin]) -> Int64?]
  ) -> [ShapleyShares?] {
    precondition(changes.count <= 8, "at most 8 causes are told apart")
    let changed = ChangedWaits(waits, changes)
    let values = (0..<(1 << changes.count)).map { set in
      let waits = changed.waits(after: set)
      return numbers.map { waits.flatMap($0) }
    }
    return numbers.indices.map { number in ShapleyShares(causes: changes.count) { values[$0][number] } }
  }
}

/// How many waits of one length came (positive) or went (negative).
public struct WaitChange: Hashable, Sendable {
  /// The length in seconds.
  public let seconds: Int64
  /// Waits that ended after this time.
  public private(set) var answered: Int64
  /// Waits not yet ended after this time.
  public private(set) var censored: Int64

  /// Creates a change.
  public init(seconds: Int64, answered: Int64, censored: Int64) {
    self.seconds = seconds
    self.answered = answered
    self.censored = censored
  }

  fileprivate mutating func add(_ other: WaitChange) {
    answered += other.answered
    censored += other.censored
  }
}

/// Waits by every length that occurs, and what each cause does to them.
private struct ChangedWaits {
  private let before: [WaitChange]
  /// For each cause its changes and their places among the lengths.
  private let causes: [[(place: Int, change: WaitChange)]]

  init(_ waits: [WaitBin], _ changes: [[WaitChange]]) {
    let changes = changes.map(ChangedWaits.inOrder)
    let lengths = changes.reduce(waits.map(\.seconds)) { ChangedWaits.union($0, $1) }
    var rest = waits[...]
    before = lengths.map { seconds in
      guard let bin = rest.first, bin.seconds == seconds else {
        return WaitChange(seconds: seconds, answered: 0, censored: 0)
      }
      rest.removeFirst()
      return WaitChange(seconds: seconds, answered: bin.answered, censored: bin.censored)
    }
    causes = changes.map { changes in
      var place = 0
      return changes.map { change in
        while lengths[place] < change.seconds { place += 1 }
        return (place, change)
      }
    }
  }

  private static func inOrder(_ changes: [WaitChange]) -> [WaitChange] {
    let ascend = zip(changes, changes.dropFirst()).allSatisfy { $0.seconds <= $1.seconds }
    return ascend ? changes : changes.sorted { $0.seconds < $1.seconds }
  }

  /// All lengths of two ascending lists, each once.
  private static func union(_ lengths: [Int64], _ changes: [WaitChange]) -> [Int64] {
    var all: [Int64] = []
    all.reserveCapacity(lengths.count + changes.count)
    var (place, next) = (0, 0)
    while place < lengths.count || next < changes.count {
      let isFirst = next == changes.count || place < lengths.count && lengths[place] <= changes[next].seconds
      let seconds = isFirst ? lengths[place] : changes[next].seconds
      if isFirst { place += 1 } else { next += 1 }
      if all.last != seconds { all.append(seconds) }
    }
    return all
  }

  /// The waits when the causes of a set have acted; `nil` where more went than there were.
  func waits(after set: Int) -> [WaitBin]? {
    var waits = before
    for (cause, changes) in causes.enumerated() where set & 1 << cause != 0 {
      for (place, change) in changes { waits[place].add(change) }
    }
    guard waits.allSatisfy({ $0.answered >= 0 && $0.censored >= 0 }) else { return nil }
    return waits.map { WaitBin(seconds: $0.seconds, answered: $0.answered, censored: $0.censored) }
  }
}
