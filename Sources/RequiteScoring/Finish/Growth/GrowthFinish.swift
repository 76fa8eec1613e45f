import RequiteModel
import RequiteStatistics

/// How a vendor's revenue grew from one year to the next: METHODS A, earned growth.
///
/// The period of a row is the later year, such as `2025`. Retention, the share of earned new revenue and earned growth
/// are fractions of last year's revenue; `n` is the number of last year's customers, numerator and denominator are in
/// minor units. A year is compared only when it has ended at `as_of`, there is revenue in it and there were customers in
/// the year before: a year that still runs, or of which nothing is told yet, is no year in which customers left.
///
/// Sums of money tell more about single people than counts of them: a row rests on every group of customers whose amounts
/// could be worked out from it, and is hidden where one of these is too small.
struct GrowthFinish {
  private let years: [(key: [UInt64], totals: RevenueTotals)]
  private let plan: Plan

  init(tables: StateTables, plan: Plan) {
    let running = CivilDate(daysSince1970: plan.settings.asOf.seconds / 86_400).year
    years = tables[.revenue].sorted().filter { $0.key[1] < running }.map { ($0.key, RevenueTotals(values: $0.value)) }
    self.plan = plan
  }

  /// All rows, sorted by key.
  func rows() -> [CubeRow] {
    years.filter { $0.totals.year.customers > 0 && $0.totals.previous.customers > 0 }.flatMap { key, totals in
      let cell = CellName(Cell(vendor: UInt32(key[0])), plan: plan)
      return [unstatedShare(totals, cell, String(key[1]))] + growth(totals, cell, String(key[1]))
    }
  }

  private func growth(_ totals: RevenueTotals, _ cell: CellName, _ year: String) -> [CubeRow] {
    let growth = EarnedGrowth(
      previous: totals.previous.amount, retained: totals.retained.amount, earnedNew: totals.earned.amount)
    let figures: [(metric: GrowthMetric, estimate: Double?)] = [
      (.earnedGrowth, growth.rate), (.earnedNewShare, growth.earnedNewShare),
      (.netRevenueRetention, growth.netRevenueRetention),
    ]
    return figures.map { metric, estimate in
      row(metric, estimate, totals, cell, year, n: totals.previous.customers, reason: Reason(growth.reason))
    }
  }

  /// How much of the new revenue counts neither as earned nor as bought: with much of it, earned growth is too low.
  private func unstatedShare(_ totals: RevenueTotals, _ cell: CellName, _ year: String) -> CubeRow {
    let metric = GrowthMetric.newRevenueUnstatedShare
    let (unstated, all) = metric.sums(of: totals)
    let share = all > 0 ? Double(unstated) / Double(all) : nil
    let customers = metric.parts(of: totals).reduce(0) { $0 + $1.customers }
    return row(metric, share, totals, cell, year, n: customers, reason: share == nil ? .noData : nil)
  }

  private func row(
    _ metric: GrowthMetric, _ estimate: Double?, _ totals: RevenueTotals, _ cell: CellName, _ year: String, n: Int128,
    reason: Reason?
  ) -> CubeRow {
    let (numerator, denominator) = metric.sums(of: totals)
    let measure = Measure(
      key: cell.metric(metric.rawValue, year: year), estimate: estimate, numerator: Double(numerator),
      denominator: Double(denominator), n: Int64(n), reason: reason)
    return CubeRow(measure, basis: people(of: metric.parts(of: totals)))
  }

  private func people(of parts: [RevenueTotals.Part]) -> [CubeRow.Basis] {
    parts.map { .people(Int64($0.customers)) }
  }
}

extension CellName {
  /// The key of a metric of a whole year.
  func metric(_ name: String, year: String) -> MeasureKey {
    var key = metric(name)
    key.period = year
    return key
  }
}
