import RequiteModel
import RequiteStatistics

/// Whose balance: a cell, and the scale of the answers.
struct BalanceKey: Hashable {
  /// The part of a vendor's data.
  let cell: Cell
  /// The scale.
  let scale: ScoreScale

  /// The three words of a tally's key.
  var words: [UInt64] { cell.words + [scale.word] }
}

/// One customer in the balance.
struct BalancedCustomer {
  /// Loyalty given, 0…1000.
  let given: Int64
  /// Loyalty returned, 0…1000.
  let returned: Int64
  /// What the answer says of recommending.
  let category: Category
  /// Whether enough was returned.
  let isWellTreated: Bool
  /// The weight of the answer in millionths.
  let weight: Int64
}

/// The sums over the customers of one cell: METHODS B14 and B16.
struct BalanceSums: Hashable {
  /// Integers in a tally's value.
  static let width = 7 + 2 * BalanceQuadrant.allCases.count

  /// Sums over pairs of given and returned.
  var pairs = PairedSums()
  /// Σ min(given, returned).
  var minima: Int128 = 0
  /// Customers in each quadrant.
  var counts = [Int128](repeating: 0, count: BalanceQuadrant.allCases.count)
  /// Their weight in millionths.
  var weights = [Int128](repeating: 0, count: BalanceQuadrant.allCases.count)

  /// Creates sums over nobody.
  init() {}

  /// Adds one customer.
  mutating func add(_ customer: BalancedCustomer) {
    pairs.add(g: customer.given, r: customer.returned)
    minima += Int128(min(customer.given, customer.returned))
    let place = BalanceQuadrant(customer.category, isWellTreated: customer.isWellTreated).place
    counts[place] += 1
    weights[place] += Int128(customer.weight)
  }

  /// The integers of a tally's value.
  var values: [Int128] {
    [pairs.n, pairs.g, pairs.r, pairs.gg, pairs.rr, pairs.gr, minima] + counts + weights
  }
}

extension BalanceSums {
  /// The sums of a tally's value.
  init(values: [Int128]) {
    pairs = PairedSums(n: values[0], g: values[1], r: values[2], gg: values[3], rr: values[4], gr: values[5])
    minima = values[6]
    let cells = BalanceQuadrant.allCases.count
    counts = Array(values[7..<7 + cells])
    weights = Array(values[(7 + cells)...])
  }
}
