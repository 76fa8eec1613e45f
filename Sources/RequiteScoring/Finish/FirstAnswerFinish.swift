import RequiteModel
import RequiteStatistics

/// The first-answer measures, for each vendor as a whole and for each of its channels.
///
/// `n` is the number of threads that waited, answered or not. Intervals take threads for independent. METHODS B10.
struct FirstAnswerFinish {
  private static let moments: [(metric: String, seconds: Int64)] = [
    ("first_answer.share_5m", 300), ("first_answer.share_1h", 3_600), ("first_answer.share_1d", 86_400),
    ("first_answer.share_14d", 1_209_600),
  ]

  private let curves: [(cell: Cell, bins: [Histogram.Bin])]
  private let customers: Tally
  private let plan: Plan

  init(tables: StateTables, plan: Plan) {
    curves = tables.sortedCurves()
    customers = tables[.timedCustomers]
    self.plan = plan
  }

  /// All rows.
  ///
  /// A vendor nobody asked anything says so.
  func rows() -> [CubeRow] {
    let known = Set(curves.filter { $0.cell.isHeadline }.map(\.cell.vendor))
    let silent = plan.vendors.indices.map { UInt32($0) }.filter { !known.contains($0) }
    return curves.flatMap { rows(of: $0.cell, bins: $0.bins) }
      + silent.map { vendor in
        let key = CellName(Cell(vendor: vendor), plan: plan).metric("first_answer.median_seconds")
        return CubeRow(measure: Measure(key: key, estimate: nil, n: 0, reason: .noData), people: 0)
      }
  }

  private func rows(of cell: Cell, bins: [Histogram.Bin]) -> [CubeRow] {
    let curve = SurvivalCurve(
      bins: bins.map { WaitBin(seconds: Int64($0.seconds), answered: Int64($0.answered), censored: Int64($0.censored)) }
    )
    let name = CellName(cell, plan: plan)
    let people = Int64(customers[cell.words][0])
    return ([median(of: curve, name: name)] + shares(of: curve, name: name)).map {
      CubeRow(measure: $0, people: people)
    }
  }

  private func median(of curve: SurvivalCurve, name: CellName) -> Measure {
    let median = curve.median
    return Measure(
      key: name.metric("first_answer.median_seconds"), estimate: median.seconds.map { Double($0) },
      low: median.low.map { Double($0) }, high: median.high.map { Double($0) }, n: curve.count,
      reason: Reason(median.reason))
  }

  private func shares(of curve: SurvivalCurve, name: CellName) -> [Measure] {
    FirstAnswerFinish.moments.map { metric, seconds in
      let share = curve.ended(by: seconds)
      return Measure(
        key: name.metric(metric), estimate: share.estimate, standardError: share.standardError,
        low: share.interval?.low, high: share.interval?.high, n: curve.count, reason: Reason(share.reason))
    }
  }
}
