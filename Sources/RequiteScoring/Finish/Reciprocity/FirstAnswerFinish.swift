import RequiteModel
import RequiteStatistics

/// The first-answer measures of a vendor as a whole and of each of its channels.
///
/// `n` is the number of threads that waited, answered or not. Intervals take threads for independent. METHODS B10.
struct FirstAnswerFinish: CubePart {
  private static let moments: [(metric: String, seconds: Int64)] = [
    ("first_answer.share_5m", 300), ("first_answer.share_1h", 3_600), ("first_answer.share_1d", 86_400),
    ("first_answer.share_14d", 1_209_600),
  ]

  let curves: [Cell: Histogram]
  let plan: Plan

  /// A vendor nobody asked anything says so.
  func rows(of cell: Cell) -> [CubeRow] {
    let name = CellName(cell, plan: plan)
    guard let histogram = curves[cell] else {
      guard cell.isHeadline else { return [] }
      let key = name.metric("first_answer.median_seconds")
      return [CubeRow(Measure(key: key, estimate: nil, n: 0, reason: .noData), basis: [])]
    }
    let curve = SurvivalCurve(
      bins: histogram.bins.map {
        WaitBin(seconds: Int64($0.seconds), answered: Int64($0.answered), censored: Int64($0.censored))
      })
    return ([median(of: curve, name: name)] + shares(of: curve, name: name)).map {
      CubeRow($0, of: .waiting, in: cell)
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
