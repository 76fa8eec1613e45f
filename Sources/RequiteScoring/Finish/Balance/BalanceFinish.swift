import RequiteModel
import RequiteStatistics

/// Loyalty given and returned, customer by customer: METHODS B14.
///
/// Quadrants are counts, with the customers' weight as numerator; the gap is in permille. Fewer than ten customers tell
/// nothing of mutuality, so the coefficients are null then.
struct BalanceFinish: CubePart {
  /// Fewer customers than this have no coefficients.
  private static let leastCustomers: Int128 = 10

  private let sums: Tally
  private let given: [BalanceKey: [(value: Int64, count: Int64)]]
  private let returned: [BalanceKey: [(value: Int64, count: Int64)]]
  private let loyalty: LoyaltyTables
  private let plan: Plan

  init(tables: StateTables, loyalty: LoyaltyTables, plan: Plan) {
    sums = tables[.balance]
    given = BalanceFinish.histograms(tables[.balanceGiven])
    returned = BalanceFinish.histograms(tables[.balanceReturned])
    self.loyalty = loyalty
    self.plan = plan
  }

  private static func histograms(_ tally: Tally) -> [BalanceKey: [(value: Int64, count: Int64)]] {
    var histograms: [BalanceKey: [(value: Int64, count: Int64)]] = [:]
    for (words, values) in tally.sorted() {
      guard let scale = ScoreScale(word: words[2]) else { continue }
      let key = BalanceKey(cell: Cell(words: words[..<2]), scale: scale)
      histograms[key, default: []].append((value: Int64(words[3]), count: Int64(values[0])))
    }
    return histograms
  }

  func rows(of cell: Cell) -> [CubeRow] {
    guard cell.period == 0, let scale = loyalty.scale(of: .nps, vendor: cell.vendor) else { return [] }
    let key = BalanceKey(cell: cell, scale: scale)
    let sums = BalanceSums(values: sums[key.words])
    guard sums.pairs.n > 0 else { return [] }
    let name = CellName(cell, plan: plan)
    return (quadrants(sums, name) + mutuality(key, sums, name) + agreement(sums, name)).map {
      CubeRow($0, of: .balanced, in: cell)
    }
  }

  private func quadrants(_ sums: BalanceSums, _ name: CellName) -> [Measure] {
    BalanceQuadrant.allCases.map { quadrant in
      Measure(
        key: name.metric("balance.\(quadrant.rawValue)"), estimate: Double(sums.counts[quadrant.place]),
        numerator: Double(sums.weights[quadrant.place]) / 1_000_000, n: Int64(sums.pairs.n))
    }
  }

  private func mutuality(_ key: BalanceKey, _ sums: BalanceSums, _ name: CellName) -> [Measure] {
    let share = MutualShare(given: given[key] ?? [], returned: returned[key] ?? [], sumOfMinima: sums.minima)
    let missing: Caveat? = share.sumGiven > 0 ? nil : .noData
    return [
      coefficient("reciprocity", share.observed, missing, sums, name),
      coefficient("null", share.null, missing, sums, name),
      coefficient("rho", share.rho, share.reason, sums, name),
    ]
  }

  private func agreement(_ sums: BalanceSums, _ name: CellName) -> [Measure] {
    [
      coefficient("ccc", sums.pairs.concordance, sums.pairs.concordanceReason, sums, name),
      coefficient("pearson", sums.pairs.pearson, sums.pairs.pearsonReason, sums, name),
      coefficient("gap", sums.pairs.meanGap, nil, sums, name),
    ]
  }

  private func coefficient(
    _ metric: String, _ value: Double?, _ reason: Caveat?, _ sums: BalanceSums, _ name: CellName
  ) -> Measure {
    let isTooSmall = sums.pairs.n < BalanceFinish.leastCustomers
    return Measure(
      key: name.metric("balance.\(metric)"), estimate: isTooSmall ? nil : value, n: Int64(sums.pairs.n),
      reason: isTooSmall ? .denominatorTooSmall : Reason(reason))
  }
}
