/// Where a vendor ranks while the weights are shaken, 1 being the best (METHODS B13).
///
/// Two vendors whose intervals overlap are tied as far as weights can tell.
public struct RankInterval: Hashable, Sendable {
  /// The rank that 5 % of all rankings do not exceed.
  public let low: Int
  /// The rank that half of all rankings do not exceed.
  public let median: Int
  /// The rank that 95 % of all rankings do not exceed.
  public let high: Int
  /// The share of rankings with the vendor first, alone or not, 0…1.
  public let firstShare: Double

  /// Creates an interval from its parts.
  public init(low: Int, median: Int, high: Int, firstShare: Double) {
    self.low = low
    self.median = median
    self.high = high
    self.firstShare = firstShare
  }

  /// Creates the interval of counted ranks: how many rankings gave rank 1, rank 2, …; at least one.
  init(counts: some Collection<Int32>) {
    let total = counts.reduce(0) { $0 + Int($1) }
    precondition(total > 0, "ranks come from at least one ranking")
    low = Self.rank(at: 5, counts: counts, total: total)
    median = Self.rank(at: 50, counts: counts, total: total)
    high = Self.rank(at: 95, counts: counts, total: total)
    firstShare = Double(counts.first ?? 0) / Double(total)
  }

  /// The ⌈percent · total / 100⌉-th smallest rank.
  private static func rank(at percent: Int, counts: some Collection<Int32>, total: Int) -> Int {
    let needed = (percent * total + 99) / 100
    var seen = 0
    for (place, count) in counts.enumerated() {
      seen += Int(count)
      if seen >= needed { return place + 1 }
    }
    return counts.count
  }
}
