/// Waits of one length: how many ended so, how many were still going on when observation ended.
public struct WaitBin: Hashable, Sendable {
  /// The length in seconds.
  public let seconds: Int64
  /// Waits that ended after this time.
  public let answered: Int64
  /// Waits not yet ended after this time, of which no more is known.
  public let censored: Int64

  /// Creates a bin from two counts, none negative.
  public init(seconds: Int64, answered: Int64, censored: Int64) {
    precondition(answered >= 0 && censored >= 0, "a count of waits is not negative")
    self.seconds = seconds
    self.answered = answered
    self.censored = censored
  }
}
