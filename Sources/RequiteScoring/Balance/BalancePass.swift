import RequiteModel
import RequiteStatistics

/// Loyalty given and returned, customer by customer, as it grows while one bucket is scored.
///
/// A customer counts who answered the recommendation question in the window and with whom at least one thread component
/// had a case. Only sums, histograms and counts are kept, never a customer. METHODS B14.
struct BalancePass {
  private var sums: [BalanceKey: BalanceSums] = [:]
  private var given: [BalanceBin: Int64] = [:]
  private var returned: [BalanceBin: Int64] = [:]
  private var customers: [UInt32: Int64] = [:]
  private let cells: CellPlan
  private let settings: Settings

  init(cells: CellPlan, settings: Settings) {
    self.cells = cells
    self.settings = settings
  }

  /// Adds one customer with the answers that stand.
  mutating func add(_ customer: CustomerFacts, standing: [LatestResponses.Standing]) {
    let returned = ReturnedLoyalty(of: customer.outcomes, weights: settings.leafWeights)
    let answer = standing.first { $0.period == 0 && $0.response.instrument == .nps }
    guard answer != nil || returned != nil else { return }
    customers[customer.key.vendor, default: 0] += 1
    guard let answer, let returned, let score = answer.response.score, let category = answer.answer.category else {
      return
    }
    let pair = BalancedCustomer(
      given: GivenLoyalty.permille(of: score, on: answer.response.scale), returned: returned.permille,
      category: category, isWellTreated: returned.permille >= settings.returnedCut, weight: answer.response.weight)
    add(pair, of: answer)
  }

  private mutating func add(_ pair: BalancedCustomer, of answer: LatestResponses.Standing) {
    let response = answer.response
    let scale = answer.scale(pooling: settings.poolsScales)
    cells.forEachCell(vendor: response.vendor, channel: response.channel, levels: response.levels) { cell in
      let key = BalanceKey(cell: cell, scale: scale)
      sums[key, default: BalanceSums()].add(pair)
      given[BalanceBin(key: key, permille: pair.given), default: 0] += 1
      returned[BalanceBin(key: key, permille: pair.returned), default: 0] += 1
    }
  }

  /// Moves the sums to the state.
  func finish(into tables: inout StateTables) {
    tables.update(.balance) { tally in
      for (key, sums) in sums { tally.add(sums.values, to: key.words) }
    }
    for (name, bins) in [(TallyName.balanceGiven, given), (.balanceReturned, returned)] {
      tables.update(name) { tally in
        for (bin, count) in bins { tally.add([Int128(count)], to: bin.words) }
      }
    }
    tables.update(.balanceCustomers) { tally in
      for (vendor, count) in customers { tally.add([Int128(count)], to: [UInt64(vendor)]) }
    }
  }
}

/// A histogram's bin of one cell.
private struct BalanceBin: Hashable {
  let key: BalanceKey
  let permille: Int64

  var words: [UInt64] { key.words + [UInt64(permille)] }
}
