import RequiteModel
import RequiteStatistics

/// The association, across units, of what employees and what customers say of recommending: METHODS B14.
///
/// Units count in which both enough employees and enough customers answered to be shown; fewer than eight such units tell
/// nothing. An association across units is not one of persons, and no cause.
struct EmployeeLinkFinish: CubePart {
  /// One unit: employees, customers.
  private typealias Unit = (employees: LoyaltyCounts, customers: LoyaltyCounts)

  private let units: [UInt32: [Unit]]
  private let plan: Plan

  init(tables: StateTables, loyalty: LoyaltyTables, plan: Plan) {
    self.plan = plan
    var units: [UInt32: [UInt32: Unit]] = [:]
    for (words, values) in tables[.units].sorted() {
      guard let key = UnitKey(words: words), loyalty.isPublished(key.scale, key.instrument, vendor: key.vendor) else {
        continue
      }
      let counts = LoyaltyCounts(values: values)
      let unit = units[key.vendor]?[key.unit] ?? (employees: LoyaltyCounts(), customers: LoyaltyCounts())
      units[key.vendor, default: [:]][key.unit] =
        key.instrument == .enps ? (counts, unit.customers) : (unit.employees, counts)
    }
    self.units = units.mapValues { $0.sorted { $0.key < $1.key }.map(\.value) }
  }

  func rows(of cell: Cell) -> [CubeRow] {
    guard cell.isHeadline, let units = units[cell.vendor], units.contains(where: { $0.employees.respondents > 0 })
    else {
      return []
    }
    let least = Int128(plan.settings.suppressionMinimum)
    let pairs = units.filter { $0.employees.respondents >= max(least, 10) && $0.customers.respondents >= max(least, 1) }
      .map { ($0.employees.netPromoter.estimate! * 100, $0.customers.netPromoter.estimate! * 100) }
    let name = CellName(cell, plan: plan)
    return [("employee.pearson", Correlation.pearson(pairs)), ("employee.spearman", Correlation.spearman(pairs))]
      .map { metric, link in
        let measure = Measure(
          key: name.metric(metric), estimate: link.coefficient, low: link.interval?.low, high: link.interval?.high,
          n: Int64(link.n), reason: Reason(link.reason))
        return CubeRow(measure, basis: [])
      }
  }
}
