/// What one cause did to the counts of one ratio metric in one cell.
public struct CausedChange: Hashable, Sendable {
  /// The cause.
  public var cause: Cause
  /// Rows (responses or threads) whose contribution changed; 0 where the cause is no row, such as a setting.
  public var rows: Int64
  /// The change of the numerator, in millionths of the unit in `measures.csv`.
  public var numerator: Int128
  /// The change of the denominator, in millionths of the unit in `measures.csv`.
  public var denominator: Int128

  /// Creates a change; by default of nothing.
  public init(_ cause: Cause, rows: Int64 = 0, numerator: Int128 = 0, denominator: Int128 = 0) {
    self.cause = cause
    self.rows = rows
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Adds what the same cause did elsewhere.
  public static func += (left: inout CausedChange, right: CausedChange) {
    left.rows += right.rows
    left.numerator += right.numerator
    left.denominator += right.denominator
  }
}

/// Products of what each customer who entered or left changed, for the noise of a movement.
public struct ChurnSums: Hashable, Sendable {
  /// Customers who entered, left, or did both.
  public var customers: Int64
  /// The sum of squared changes of the numerator, in millionths squared.
  public var numeratorSquared: Int128
  /// The sum of products of both changes, in millionths squared.
  public var product: Int128
  /// The sum of squared changes of the denominator, in millionths squared.
  public var denominatorSquared: Int128

  /// Creates sums; by default of nobody.
  public init(
    customers: Int64 = 0, numeratorSquared: Int128 = 0, product: Int128 = 0, denominatorSquared: Int128 = 0
  ) {
    self.customers = customers
    self.numeratorSquared = numeratorSquared
    self.product = product
    self.denominatorSquared = denominatorSquared
  }

  /// Adds what one customer changed, in millionths.
  public mutating func add(numerator: Int128, denominator: Int128) {
    customers += 1
    numeratorSquared += numerator * numerator
    product += numerator * denominator
    denominatorSquared += denominator * denominator
  }
}
