import RequiteModel
import RequiteStatistics

/// Loyalty given and returned, customer by customer, as it grows while buckets are scored.
///
/// A customer counts who answered the recommendation question in the window and with whom at least one thread component
/// had a case. Only sums, histograms and counts are kept, never a customer. METHODS B14.
struct BalancePass {
  private var balance: Tally
  private var balanceGiven: Tally
  private var balanceReturned: Tally
  private var keys = KeyTable(width: 3)
  private var sums: [BalanceSums] = []
  /// Customers by number of the key and permille.
  private var given = KeyCounts(width: 2)
  private var returned = KeyCounts(width: 2)
  /// Customers by vendor.
  private var customers: [Int64]
  private let cells: CellPlan
  private let weights: [Int64]
  private let returnedCut: Int64
  private let isPooled: Bool

  /// More keys than this are moved to the tallies, which are more compact.
  private static let keyLimit = 1 << 12

  /// Takes the tallies out of `tables` until `finish`.
  init(cells: CellPlan, plan: Plan, from tables: inout StateTables) {
    self.cells = cells
    weights = plan.settings.leafWeights
    returnedCut = plan.settings.returnedCut
    isPooled = plan.settings.poolsScales
    customers = Array(repeating: 0, count: plan.vendors.count)
    balance = tables.take(.balance)
    balanceGiven = tables.take(.balanceGiven)
    balanceReturned = tables.take(.balanceReturned)
  }

  /// Adds one customer with the answers that stand.
  mutating func add(_ customer: CustomerFacts, standing: [LatestResponses.Standing]) {
    let returned = ReturnedLoyalty(of: customer.outcomes, weights: weights)
    let answer = standing.indices.first {
      standing[$0].period == 0 && standing[$0].place.pointee.instrument == .nps
    }
    guard answer != nil || returned != nil else { return }
    customers[Int(customer.key.vendor)] += 1
    guard let answer, let returned else { return }
    add(standing[answer], returned: returned.permille)
  }

  /// Puts the tallies back.
  mutating func finish(into tables: inout StateTables) {
    move()
    tables.put(balance, as: .balance)
    tables.put(balanceGiven, as: .balanceGiven)
    tables.put(balanceReturned, as: .balanceReturned)
    tables.update(.balanceCustomers) { tally in
      for (vendor, count) in customers.enumerated() where count > 0 { tally.add([Int128(count)], to: [UInt64(vendor)]) }
    }
  }
}

extension BalancePass {
  private mutating func add(_ answer: LatestResponses.Standing, returned: Int64) {
    let response = answer.response
    guard let score = response.score, let category = answer.answer.category else { return }
    if sums.count > BalancePass.keyLimit { move() }
    let pair = BalancedCustomer(
      given: GivenLoyalty.permille(of: score, on: response.scale), returned: returned, category: category,
      isWellTreated: returned >= returnedCut, weight: response.weight)
    let scale = answer.scale(pooling: isPooled).word
    cells.forEachCell(vendor: response.vendor, channel: response.channel, levels: response.levels) { cell in
      let words = cell.key
      let key: InlineArray<3, UInt64> = [words[0], words[1], scale]
      add(pair, to: key.span)
    }
  }

  private mutating func add(_ pair: BalancedCustomer, to key: Span<UInt64>) {
    let number = keys.insert(key)
    if number == sums.count { sums.append(BalanceSums()) }
    sums[number].add(pair)
    let givenBin: InlineArray<2, UInt64> = [UInt64(number), UInt64(pair.given)]
    given.add(givenBin.span)
    let returnedBin: InlineArray<2, UInt64> = [UInt64(number), UInt64(pair.returned)]
    returned.add(returnedBin.span)
  }

  /// Moves sums and bins to the tallies.
  private mutating func move() {
    let keys = keys
    for (number, sums) in sums.enumerated() { balance.add(sums.values, to: Array(keys.key(number))) }
    given.move(to: &balanceGiven) { keys.key(Int($0[$0.startIndex])) + [$0[$0.startIndex + 1]] }
    returned.move(to: &balanceReturned) { keys.key(Int($0[$0.startIndex])) + [$0[$0.startIndex + 1]] }
    self.keys.removeAll()
    sums.removeAll(keepingCapacity: true)
  }
}
