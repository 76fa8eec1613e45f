/// How much of what is given is returned to the same people, beyond what chance would return (METHODS B14).
///
/// Each pair gives *g* and gets *r*; min(g, r) of it is mutual. Where everybody gives much and gets much, most of it is
/// mutual whoever is paired with whom. So the share observed is set against the share expected if those who get were
/// dealt out at random:
///
///     MutualShare(
///       given: [(100, 1), (900, 1)], returned: [(100, 1), (900, 1)],
///       sumOfMinima: 1000)
///     // observed 1, null 0.6, rho 1: who gives more gets more
///
/// The null is exact, from two histograms instead of all *n*² pairs. Source: the reciprocity of weighted networks of
/// Squartini, Picciolo, Ruzzenenti and Garlaschelli, *Scientific Reports* 3 (2013) 2729.
public struct MutualShare: Hashable, Sendable {
  /// The number of pairs.
  public let n: Int64
  /// Σ g.
  public let sumGiven: Int128
  /// Σ min(g, r) over the pairs.
  public let sumOfMinima: Int128
  /// Σ min(g, r) over all *n*² combinations of one pair's *g* with another's *r*, or its own.
  public let sumOverCombinations: Int128

  /// Creates the share from two histograms and the sum over pairs.
  ///
  /// - Parameters:
  ///   - given: how many pairs give each value; values and counts not negative, in any order.
  ///   - returned: how many pairs get each value; as many pairs in all.
  ///   - sumOfMinima: Σ min(g, r) over the pairs, which the histograms no longer tell.
  /// - Complexity: O(*b* log *b*) in the number of bins.
  public init(
    given: [(value: Int64, count: Int64)], returned: [(value: Int64, count: Int64)], sumOfMinima: Int128
  ) {
    let bins = given + returned
    precondition(bins.allSatisfy { $0.value >= 0 && $0.count >= 0 }, "values and counts are not negative")
    n = given.reduce(0) { $0 + $1.count }
    precondition(returned.reduce(0) { $0 + $1.count } == n, "every pair gives one value and gets one")
    self.sumOfMinima = sumOfMinima
    sumGiven = given.reduce(0) { $0 + Int128($1.value) * Int128($1.count) }
    sumOverCombinations = Self.combine(given, returned, count: Int128(n))
  }

  /// Σ min(g, r) / Σ g, 0…1, or `nil` where nothing is given.
  public var observed: Double? {
    sumGiven > 0 ? Double(sumOfMinima) / Double(sumGiven) : nil
  }

  /// The share expected if the returns were dealt out at random, 0…1, or `nil` where nothing is given.
  public var null: Double? {
    sumGiven > 0 ? Double(sumOverCombinations) / Double(Int128(n) * sumGiven) : nil
  }

  /// (observed − null) / (1 − null): 1 where all is mutual, 0 as by chance, below 0 where those who give less get more.
  ///
  /// `nil` where nothing is given, and where nobody gets less than anybody gives: then all is mutual in any order.
  public var rho: Double? {
    reason == nil
      ? Double(Int128(n) * sumOfMinima - sumOverCombinations) / Double(Int128(n) * sumGiven - sumOverCombinations)
      : nil
  }

  /// Why there is no `rho`: `noData` where nothing is given, `zeroVariance` where the null is 1.
  public var reason: Caveat? {
    guard sumGiven > 0 else { return .noData }
    return Int128(n) * sumGiven > sumOverCombinations ? nil : .zeroVariance
  }

  /// Σ over all combinations: for each *g* the *r* up to it in full, and *g* for each *r* above.
  private static func combine(
    _ given: [(value: Int64, count: Int64)], _ returned: [(value: Int64, count: Int64)], count: Int128
  ) -> Int128 {
    let ascending = returned.sorted { $0.value < $1.value }
    var next = 0
    var countBelow: Int128 = 0
    var sumBelow: Int128 = 0
    var sum: Int128 = 0
    for bin in given.sorted(by: { $0.value < $1.value }) {
      while next < ascending.count, ascending[next].value <= bin.value {
        countBelow += Int128(ascending[next].count)
        sumBelow += Int128(ascending[next].value) * Int128(ascending[next].count)
        next += 1
      }
      sum += Int128(bin.count) * (sumBelow + Int128(bin.value) * (count - countBelow))
    }
    return sum
  }
}
