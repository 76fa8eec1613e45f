import RequiteModel

/// The rows behind a number that changed, one by one: what `--rows` lists.
///
/// Whoever compares the rows of two versions implements it; a diff asks for the numbers it shows.
public protocol CausedRows {
  /// Calls `body` with every row whose contribution to the number of `key` changed, in any order.
  func forEachRow(of key: MeasureKey, _ body: (CausedRow) throws -> Void) throws
}

/// A response, a thread or a customer whose contribution to a number changed.
public struct CausedRow: Hashable, Sendable {
  /// What stands for the row: the first twelve hexadecimal digits of its pseudonym, never an id.
  public var pseudonym: String
  /// `response`, `thread` or `customer`.
  public var what: String
  /// Why it changed.
  public var cause: Cause
  /// What it was, in a few words without any text of a person: `promoter`, `answered in 46 min`; `nil` where absent.
  public var before: String?
  /// What it is; `nil` where absent.
  public var after: String?
  /// What it did to the numerator, in millionths.
  public var numerator: Int128
  /// What it did to the denominator, in millionths.
  public var denominator: Int128

  /// Creates a row.
  public init(
    pseudonym: String, what: String, cause: Cause, before: String?, after: String?, numerator: Int128,
    denominator: Int128
  ) {
    self.pseudonym = pseudonym
    self.what = what
    self.cause = cause
    self.before = before
    self.after = after
    self.numerator = numerator
    self.denominator = denominator
  }
}
