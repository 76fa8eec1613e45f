/// What is known of the population in one respect: the share of each level.
///
///     RakingMargin(shares: [0.5, 0.3, 0.2])    // three regions
public struct RakingMargin: Hashable, Sendable {
  /// The share of each level, 0…1.
  ///
  /// They sum to 1 within 10⁻⁹. A level of share 0 ends with no weight at all.
  public let shares: [Double]

  /// Creates a margin; its shares are checked by `Raking`.
  public init(shares: [Double]) {
    self.shares = shares
  }
}
