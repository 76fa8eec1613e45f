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
    let (previous, retained, earned) = (totals.previous, totals.retained, totals.earned)
    let growth = EarnedGrowth(
      previous: previous.amount, retained: retained.amount, earnedNew: earned.amount)
    let figures: [(metric: String, estimate: Double?, numerator: Int128, parts: [RevenueTotals.Part])] = [
      (
        "growth.earned_growth", growth.rate, retained.amount + earned.amount - previous.amount,
        [previous, retained, earned]
      ),
      ("growth.earned_new_share", growth.earnedNewShare, earned.amount, [previous, earned]),
      ("growth.net_revenue_retention", growth.netRevenueRetention, retained.amount, [previous, retained]),
    ]
    return figures.map { figure in
      let measure = Measure(
        key: cell.metric(figure.metric, year: year), estimate: figure.estimate, numerator: Double(figure.numerator),
        denominator: Double(previous.amount), n: Int64(previous.customers), reason: Reason(growth.reason))
      return CubeRow(measure, basis: people(of: figure.parts))
    }
  }

  /// How much of the new revenue counts neither as earned nor as bought: with much of it, earned growth is too low.
  private func unstatedShare(_ totals: RevenueTotals, _ cell: CellName, _ year: String) -> CubeRow {
    let parts = [totals.earned, totals.bought, totals.unstated]
    let all = parts.reduce(into: RevenueTotals.Part()) { $0 += $1 }
    let share = all.amount > 0 ? Double(totals.unstated.amount) / Double(all.amount) : nil
    let measure = Measure(
      key: cell.metric("diagnostics.new_revenue_unstated_share", year: year), estimate: share,
      numerator: Double(totals.unstated.amount), denominator: Double(all.amount), n: Int64(all.customers),
      reason: share == nil ? .noData : nil)
    return CubeRow(measure, basis: people(of: parts))
  }

  private func people(of parts: [RevenueTotals.Part]) -> [CubeRow.Basis] {
    parts.map { .people(Int64($0.customers)) }
  }
}

extension CellName {
  /// The key of a metric of a whole year.
  fileprivate func metric(_ name: String, year: String) -> MeasureKey {
    var key = metric(name)
    key.period = year
    return key
  }
}
