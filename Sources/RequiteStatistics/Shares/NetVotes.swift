/// Votes up and down on one post, known by their difference and their number (METHODS B1).
///
///     NetVotes(net: 2, count: 14)     // 8 up, 6 down
///     NetVotes(net: 1, count: 4)      // nil: an even number of votes has an even net
public struct NetVotes: Hashable, Sendable {
  /// Votes up.
  public let up: Int64
  /// Votes down.
  public let down: Int64

  /// Creates the votes of a post, or `nil` where no votes could add up so: fewer than one, a net larger than the number
  /// of votes, or one even and the other odd.
  public init?(net: Int64, count: Int64) {
    guard count >= 1, net >= -count, net <= count, (net % 2 == 0) == (count % 2 == 0) else { return nil }
    up = Int64((Int128(count) + Int128(net)) / 2)
    down = count - up
  }

  /// Votes up less votes down.
  public var net: Int64 { up - down }

  /// All votes.
  public var count: Int64 { up + down }
}
