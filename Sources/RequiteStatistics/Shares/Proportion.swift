/// A share counted in a simple sample: so many successes out of so many.
///
///     Proportion(successes: 7, of: 40).wilsonInterval    // 0.087…0.319
public struct Proportion: Hashable, Sendable {
  /// How many were as asked for.
  public let successes: Int64
  /// Out of how many.
  public let n: Int64

  /// Creates a share; `successes` lies in 0…`n`.
  public init(successes: Int64, of n: Int64) {
    precondition(0 <= successes && successes <= n, "successes lie between none and all")
    self.successes = successes
    self.n = n
  }

  /// The share, or `nil` of none.
  public var estimate: Double? {
    n > 0 ? Double(successes) / Double(n) : nil
  }

  /// `noData` of none.
  public var reason: Caveat? { n > 0 ? nil : .noData }

  /// Wilson's 95 % interval, within 0…1, or `nil` of none.
  ///
  /// It stays sensible with few cases and with none or all successful. Source: Wilson, *Probable inference*, JASA 22
  /// (1927) 209–212; without continuity correction.
  public var wilsonInterval: Interval? {
    guard let estimate else { return nil }
    let total = Double(n)
    let z2 = Normal.z975 * Normal.z975
    let centre = (estimate + z2 / (2 * total)) / (1 + z2 / total)
    let spread = (estimate * (1 - estimate) / total + z2 / (4 * total * total)).squareRoot()
    return Interval(centre: centre, margin: Normal.z975 * spread / (1 + z2 / total)).clamped(to: .shares)
  }
}
