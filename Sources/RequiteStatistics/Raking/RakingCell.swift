/// One combination of levels, such as *north, by e-mail*, and the weight of the people in it.
public struct RakingCell: Hashable, Sendable {
  /// The level in each margin, numbered from 0 as in `RakingMargin.shares`.
  public let levels: [Int]
  /// Σ w over the people of the cell, in any one whole unit.
  public let weight: Int128

  /// Creates a cell; `weight` is not negative.
  public init(levels: [Int], weight: Int128) {
    precondition(weight >= 0, "a cell's weight is not negative")
    self.levels = levels
    self.weight = weight
  }
}
