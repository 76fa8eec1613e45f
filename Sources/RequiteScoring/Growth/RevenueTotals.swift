import RequiteModel

/// The revenue of one vendor in one year, divided by what its customers were the year before.
///
/// A customer of a year is one whose revenue in it is above zero. Of this year's revenue, `retained` is that of last
/// year's customers, refunds included; the rest is that of new customers, by how they came, and the refunds of people
/// who were not customers last year, which are in `year` only. Amounts are in minor units. METHODS A, earned growth.
struct RevenueTotals: Hashable, Sendable {
  /// Integers in a tally's value.
  static let width = 2 * 6

  /// An amount, and how many customers it comes from.
  struct Part: Hashable, Sendable {
    /// Customers with an amount other than zero.
    var customers: Int128 = 0
    /// The sum of their amounts.
    var amount: Int128 = 0

    /// Adds one customer's amount.
    mutating func add(_ amount: Int64) {
      guard amount != 0 else { return }
      customers += 1
      self.amount += Int128(amount)
    }

    /// Adds the customers of another part of the facts.
    static func += (left: inout Part, right: Part) {
      left.customers += right.customers
      left.amount += right.amount
    }
  }

  /// Everything of this year.
  var year = Part()
  /// Last year's revenue of last year's customers.
  var previous = Part()
  /// This year's revenue of last year's customers.
  var retained = Part()
  /// This year's revenue of new customers who came by recommendation.
  var earned = Part()
  /// This year's revenue of new customers who were won by spending.
  var bought = Part()
  /// This year's revenue of new customers of whom nobody says how they came.
  var unstated = Part()

  /// Creates totals of nobody.
  init() {}

  /// Calls `body` with the years in which one customer of a vendor takes part, each with what to add to the year's totals.
  ///
  /// Revenue counts in its own year, and as last year's in the year after.
  ///
  /// - Parameter rows: what the customer brought in, at most one row a year.
  static func forEachYear(
    of rows: some Collection<Revenue>, _ body: (_ year: Int32, _ change: (inout RevenueTotals) -> Void) -> Void
  ) {
    for row in rows {
      let before = rows.first { $0.year == row.year - 1 }
      body(row.year) { $0.add(row, yearBefore: before?.amountMinor ?? 0) }
      if row.amountMinor > 0 { body(row.year + 1) { $0.previous.add(row.amountMinor) } }
    }
  }

  /// Adds what a customer brought in this year, given the amount of the year before.
  private mutating func add(_ revenue: Revenue, yearBefore: Int64) {
    let amount = revenue.amountMinor
    year.add(amount)
    if yearBefore > 0 {
      retained.add(amount)
    } else if amount > 0 {
      switch revenue.acquiredBy {
      case .earned: earned.add(amount)
      case .bought: bought.add(amount)
      case .notStated: unstated.add(amount)
      }
    }
  }

  /// The integers of a tally's value: customers and amount of each part.
  var values: [Int128] {
    RevenueTotals.parts.flatMap { [self[keyPath: $0].customers, self[keyPath: $0].amount] }
  }

  /// The parts in the order of a tally's value.
  private static var parts: [WritableKeyPath<RevenueTotals, Part>] {
    [\.year, \.previous, \.retained, \.earned, \.bought, \.unstated]
  }
}

extension RevenueTotals {
  /// The totals of a tally's value.
  init(values: [Int128]) {
    for (place, part) in RevenueTotals.parts.enumerated() {
      self[keyPath: part] = Part(customers: values[2 * place], amount: values[2 * place + 1])
    }
  }
}
