import RequiteModel
import RequiteStatistics

/// The weighted score of each trend period less that of the period before, with the covariance of customers who answered
/// in both: METHODS B5.
struct ScoreChangeFinish: CubePart {
  private let pairs: [ChangeKey: PairMoments]
  private let loyalty: LoyaltyTables
  private let plan: Plan

  init(tables: StateTables, loyalty: LoyaltyTables, plan: Plan) {
    var pairs = AccountChanges(tables[.loyaltyAccounts]).pairs
    for (words, values) in tables[.changes].sorted() {
      guard let key = ChangeKey(words: words) else { continue }
      pairs[key, default: PairMoments()] += PairMoments(rawValues: values)
    }
    self.pairs = pairs
    self.loyalty = loyalty
    self.plan = plan
  }

  func rows(of cell: Cell) throws(FinishFailure) -> [CubeRow] {
    guard cell.isTrend, cell.period > 1 else { return [] }
    let strata = strata(of: cell)
    // Under `fail` a lonely stratum takes the variance away; `adjust` gives the same difference.
    let isLonely = plan.settings.lonelyStratum == .fail && strata.contains { $0.1.moments.n == 1 }
    let change = try change(over: strata, lonely: isLonely ? .adjust : LonelyPolicy(plan.settings.lonelyStratum), cell)
    guard change.difference != nil else { return [] }
    let basis = [cell, cell.during(cell.period - 1)].map { CubeRow.Basis.cell(.respondents(.nps), $0) }
    let clusters = strata.reduce(0) { $0 + Int64($1.1.moments.n) }
    return measures(of: change, clusters: clusters, isVarianceKnown: !isLonely, CellName(cell, plan: plan)).map {
      CubeRow($0, basis: basis)
    }
  }

  /// `n` is the number of clusters with an answer in either period.
  private func measures(
    of change: RatioDifference, clusters: Int64, isVarianceKnown: Bool, _ name: CellName
  ) -> [Measure] {
    let error = isVarianceKnown ? change.standardError : nil
    let interval = isVarianceKnown ? change.interval?.scaled(by: 100) : nil
    let p = isVarianceKnown ? change.pValue : nil
    let reason = isVarianceKnown ? Reason(change.reason) : .tooFewForVariance
    return [
      Measure(
        key: name.metric("loyalty.change"), estimate: change.difference.map { $0 * 100 },
        standardError: error.map { $0 * 100 }, low: interval?.low, high: interval?.high, n: clusters,
        reason: reason),
      Measure(key: name.metric("loyalty.change_p"), estimate: p, n: clusters, reason: reason),
    ]
  }

  private func strata(of cell: Cell) -> [(name: String, PairStratum)] {
    guard let scale = loyalty.scale(of: .nps, vendor: cell.vendor) else { return [] }
    return plan.strata.indices.compactMap { code in
      let name = plan.strata[code]
      let key = ChangeKey(vendor: cell.vendor, stratum: UInt32(code), scale: scale, period: cell.period)
      return pairs[key].map { (name, PairStratum(moments: $0, population: plan.settings.strataPopulation[name])) }
    }
  }

  private func change(
    over strata: [(name: String, PairStratum)], lonely: LonelyPolicy, _ cell: Cell
  ) throws(FinishFailure) -> RatioDifference {
    do {
      return try RatioDifference.estimate(strata: strata.map(\.1), lonely: lonely)
    } catch {
      throw FinishFailure(error, strata: strata.map(\.name), vendor: plan.vendors[Int(cell.vendor)])
    }
  }
}
