extension ShapleyShares {
  /// Divides the change of a number read from a curve of waits, such as its median, among causes that added and removed
  /// waits.
  ///
  ///     ShapleyShares(waits: before, changes: changes) { $0.median.seconds }
  ///
  /// Returns `nil` where the number does not exist for some set of causes, or where a set would remove more waits of a
  /// length than there are: the causes then share waits and are not told apart.
  ///
  /// - Parameters:
  ///   - waits: the waits before, the bins strictly ascending by their length.
  ///   - changes: for each cause, at most 8, waits that came (positive) and went (negative), in any order.
  ///   - number: the number of a curve, whole: round a share to the millionths in which it is published.
  /// - Complexity: O(2ⁿ · *b*) for *n* causes and *b* bins.
  public init?(waits: [WaitBin], changes: [[WaitChange]], number: (SurvivalCurve) -> Int64?) {
    let lengths = Set(waits.map(\.seconds) + changes.flatMap { $0.map(\.seconds) }).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(lengths, lengths.indices))
    var before = lengths.map { WaitChange(seconds: $0, answered: 0, censored: 0) }
    for bin in waits { before[places[bin.seconds]!].add(answered: bin.answered, censored: bin.censored) }
    self.init(causes: changes.count) { set in
      var counts = before
      for (cause, change) in changes.enumerated() where set & 1 << cause != 0 {
        for wait in change { counts[places[wait.seconds]!].add(answered: wait.answered, censored: wait.censored) }
      }
      guard counts.allSatisfy({ $0.answered >= 0 && $0.censored >= 0 }) else { return nil }
      return number(
        SurvivalCurve(bins: counts.map { WaitBin(seconds: $0.seconds, answered: $0.answered, censored: $0.censored) }))
    }
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

  fileprivate mutating func add(answered: Int64, censored: Int64) {
    self.answered += answered
    self.censored += censored
  }
}
