/// What stands above and below the line of a ratio of sums, or how much both changed.
///
///     let before = RatioCounts(numerator: 260, denominator: 800)
///     let late = RatioCounts(numerator: -14, denominator: 24)
///
/// In any unit, as long as all that is used together has the same: millionths, say.
public struct RatioCounts: Hashable, Sendable {
  /// Above the line: Σ w·s.
  public var numerator: Int128
  /// Below the line: Σ w.
  public var denominator: Int128

  /// Creates counts.
  public init(numerator: Int128, denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Nothing.
  public static let zero = RatioCounts(numerator: 0, denominator: 0)

  /// Adds what both hold.
  public static func + (a: RatioCounts, b: RatioCounts) -> RatioCounts {
    RatioCounts(numerator: a.numerator + b.numerator, denominator: a.denominator + b.denominator)
  }

  /// What the left holds beyond the right.
  public static func - (a: RatioCounts, b: RatioCounts) -> RatioCounts {
    RatioCounts(numerator: a.numerator - b.numerator, denominator: a.denominator - b.denominator)
  }

  /// The ratio, or `nil` without anything below the line.
  public var ratio: Fraction? {
    denominator > 0 ? Fraction(numerator, over: denominator) : nil
  }
}
