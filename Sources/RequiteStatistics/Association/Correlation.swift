/// How two measurements of the same units go together, for example employees' and customers' scores (METHODS B14).
///
///     let link = Correlation.pearson([(12, 30), (40, 35), …])
///     link.coefficient    // 0.457…
///     link.interval       // -0.158…0.817: twelve units say little
///
/// It describes association across units, not among the people in them, and says nothing of cause.
public struct Correlation: Hashable, Sendable {
  /// The correlation, −1…1; see `reason` where it is missing.
  public let coefficient: Double?
  /// The 95 % interval, for Pearson's correlation only.
  public let interval: Interval?
  /// The number of units.
  public let n: Int
  /// `denominatorTooSmall` with fewer than `minimumCount` units.
  ///
  /// `zeroVariance` where one measurement is the same in all units, and where all lie on a straight line so that there
  /// is a correlation but no interval.
  public let reason: Caveat?

  /// With fewer units a correlation is mostly chance, and there is none.
  public static let minimumCount = 8

  /// Pearson's correlation of pairs of finite numbers, with Fisher's *z* interval.
  ///
  /// Source: Fisher, *Metron* 1 (1921) 3–32; the standard error of *z* is 1/√(n − 3).
  public static func pearson(_ pairs: [(Double, Double)]) -> Correlation {
    precondition(pairs.allSatisfy { $0.0.isFinite && $0.1.isFinite }, "measurements are finite")
    guard pairs.count >= minimumCount else { return Correlation(nil, nil, pairs.count, .denominatorTooSmall) }
    guard let r = coefficient(pairs) else { return Correlation(nil, nil, pairs.count, .zeroVariance) }
    guard r.magnitude < 1 else { return Correlation(r, nil, pairs.count, .zeroVariance) }
    let z = 0.5 * Elementary.ln((1 + r) / (1 - r))
    let margin = Normal.z975 / Double(pairs.count - 3).squareRoot()
    return Correlation(
      r, Interval(low: hyperbolicTangent(z - margin), high: hyperbolicTangent(z + margin)), pairs.count, nil)
  }

  /// Spearman's correlation: Pearson's of the ranks, equal values sharing the mean of their ranks.
  ///
  /// It is the same for any rising scale of either measurement. No interval is known that suits so few units with ties.
  public static func spearman(_ pairs: [(Double, Double)]) -> Correlation {
    precondition(pairs.allSatisfy { $0.0.isFinite && $0.1.isFinite }, "measurements are finite")
    guard pairs.count >= minimumCount else { return Correlation(nil, nil, pairs.count, .denominatorTooSmall) }
    let ranks = Array(zip(averageRanks(pairs.map(\.0)), averageRanks(pairs.map(\.1))))
    let coefficient = coefficient(ranks)
    return Correlation(coefficient, nil, pairs.count, coefficient == nil ? .zeroVariance : nil)
  }

  private init(_ coefficient: Double?, _ interval: Interval?, _ n: Int, _ reason: Caveat?) {
    self.coefficient = coefficient
    self.interval = interval
    self.n = n
    self.reason = reason
  }

  /// The correlation, or `nil` where either side is all the same.
  private static func coefficient(_ pairs: [(Double, Double)]) -> Double? {
    // Compared as they are: the squares about a rounded mean need not be 0.
    guard pairs.contains(where: { $0.0 != pairs[0].0 }), pairs.contains(where: { $0.1 != pairs[0].1 }) else {
      return nil
    }
    let count = Double(pairs.count)
    let means = (pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count)
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for (x, y) in pairs {
      xx += (x - means.0) * (x - means.0)
      yy += (y - means.1) * (y - means.1)
      xy += (x - means.0) * (y - means.1)
    }
    return min(max(xy / (xx.squareRoot() * yy.squareRoot()), -1), 1)
  }

  private static func averageRanks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = Array(repeating: 0.0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      // The mean of the ranks start + 1 … end.
      for place in start..<end { ranks[order[place]] = Double(start + 1 + end) / 2 }
      start = end
    }
    return ranks
  }

  private static func hyperbolicTangent(_ x: Double) -> Double {
    let square = Elementary.exponential(-2 * x.magnitude)
    let value = (1 - square) / (1 + square)
    return x < 0 ? -value : value
  }
}
