/// The known shares that weights are fitted to, and how far a weight may move: METHODS B6.
public struct RakingSettings: Hashable, Sendable {
  /// The least factor of a weight, around the mean factor.
  public var leastFactor = Decimal6(millionths: 200_000)
  /// The greatest factor of a weight, around the mean factor.
  public var greatestFactor = Decimal6(millionths: 5_000_000)
  /// The margins, in the order of the fit; without one nothing is raked.
  public var margins: [Margin] = []

  /// No margins, and the documented caps.
  public init() {}

  /// One margin: an attribute, or `channel`, and the known share of each of its levels.
  public struct Margin: Hashable, Sendable {
    /// The attribute, or `channel`.
    public var name: String
    /// Its levels by their bytes, with shares that sum to 1,000,000,000.
    public var shares: [Share]
    /// Levels that count as another one, for levels too small to be fitted on their own.
    public var merged: [String: String]

    /// Creates a margin; `shares` may come in any order.
    public init(name: String, shares: [Share], merged: [String: String] = [:]) {
      self.name = name
      self.merged = merged
      self.shares = shares.sorted { $0.level.utf8.lexicographicallyPrecedes($1.level.utf8) }
    }
  }

  /// A level's share of the population.
  public struct Share: Hashable, Sendable {
    /// The level.
    public var level: String
    /// Its share in billionths.
    public var billionths: Int64

    /// Creates a share.
    public init(level: String, billionths: Int64) {
      self.level = level
      self.billionths = billionths
    }
  }
}
