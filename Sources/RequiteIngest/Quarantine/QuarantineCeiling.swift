/// How many rows may be set aside before the whole dump is refused: the layout has changed, and what is left is no sample.
public struct QuarantineCeiling: Hashable, Sendable {
  /// The greatest share of the rows, in millionths.
  public var shareMillionths: Int64
  /// The number of rows up to which the share does not matter.
  public var rows: Int64

  /// Creates a ceiling; by default 1 % of the rows, and at least 20 rows.
  public init(shareMillionths: Int64 = 10_000, rows: Int64 = 20) {
    self.shareMillionths = shareMillionths
    self.rows = rows
  }

  /// Whether so many of so many are too many: over both limits.
  public func isExceeded(by quarantined: Int64, of read: Int64) -> Bool {
    quarantined > rows && Int128(quarantined) * 1_000_000 > Int128(read) * Int128(shareMillionths)
  }
}
