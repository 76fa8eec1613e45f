/// A part of one vendor's data that gets its own numbers: a level of a dimension, in the window or in a trend period.
///
/// All four are codes of the night's plan.
public struct Cell: Hashable, Sendable {
  /// Code of the vendor.
  public var vendor: UInt32
  /// 0 for `all`, else 1 + the position in the plan's dimensions.
  public var dimension: UInt16
  /// Code of the level in its dimension; 0 for `all` and for "not stated".
  public var level: UInt32
  /// 0 for the window, else 1 + the position in the plan's periods.
  public var period: UInt16

  /// Creates a cell; by default the whole vendor over the whole window.
  public init(vendor: UInt32, dimension: UInt16 = 0, level: UInt32 = 0, period: UInt16 = 0) {
    self.vendor = vendor
    self.dimension = dimension
    self.level = level
    self.period = period
  }

  /// The cell as the first two words of a tally's key.
  public var words: [UInt64] { [key[0], key[1]] }

  /// The same two words without an array, for sums that are made for every customer.
  package var key: InlineArray<2, UInt64> {
    [UInt64(vendor), UInt64(dimension) << 48 | UInt64(level) << 16 | UInt64(period)]
  }

  /// The cell of a tally's first two words.
  public init(words: ArraySlice<UInt64>) {
    let (first, second) = (words[words.startIndex], words[words.startIndex + 1])
    self.init(
      vendor: UInt32(first), dimension: UInt16(second >> 48), level: UInt32(truncatingIfNeeded: second >> 16),
      period: UInt16(truncatingIfNeeded: second))
  }
}
