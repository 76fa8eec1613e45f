import RequiteModel
import RequiteStatistics

/// Control charts of a vendor's trend: METHODS B15.
///
/// The first eight periods with data are the base, every period is held against them. Periods that may not be shown are
/// passed over as if they were empty. The interval of the moving average is its control limits.
struct TrendFinish: CubePart {
  /// What is watched.
  enum Subject: String {
    /// The unweighted recommendation score.
    case loyalty
    /// The reciprocity index.
    case reciprocity

    fileprivate var audience: Audience { self == .loyalty ? .respondents(.nps) : .customers }
  }

  private let subject: Subject
  private let plan: Plan
  private var points: [Cell: ControlChart.Point] = [:]
  private var missing: [Cell: Reason] = [:]
  private var people: [Cell: Int64] = [:]

  /// Charts the recommendation score.
  init(of loyalty: LoyaltyTables, suppressed: SuppressedCells, plan: Plan) {
    subject = .loyalty
    self.plan = plan
    for vendor in plan.vendors.indices {
      let cells = TrendFinish.periods(of: vendor, plan)
      let scores = cells.map { cell in
        suppressed.contains(.respondents(.nps), cell)
          ? NetPromoter(promoters: 0, passives: 0, detractors: 0) : loyalty.netPromoter(in: cell)
      }
      add(ControlChart(periods: scores), cells, people: scores.map(\.n))
    }
  }

  /// Charts the index.
  init(of reciprocity: ReciprocityTables, suppressed: SuppressedCells, plan: Plan) {
    subject = .reciprocity
    self.plan = plan
    for vendor in plan.vendors.indices {
      let cells = TrendFinish.periods(of: vendor, plan)
      let indices = cells.map { suppressed.contains(.customers, $0) ? nil : reciprocity.index(of: $0) }
      add(
        ControlChart(values: indices.map { $0?.0.index }, standardErrors: indices.map { $0?.1.logStandardError }),
        cells, people: indices.map { $0?.0.index == nil ? 0 : $0?.1.customers ?? 0 })
    }
  }

  private static func periods(of vendor: Int, _ plan: Plan) -> [Cell] {
    plan.periods.indices.map { Cell(vendor: UInt32(vendor), period: UInt16($0 + 1)) }
  }

  /// - Parameter people: how many there are in each period; 0 for a period that is passed over.
  private mutating func add(_ chart: ControlChart, _ cells: [Cell], people: [Int64]) {
    for (cell, count) in zip(cells, people) where count > 0 { self.people[cell] = count }
    for point in chart.points { points[cells[point.period]] = point }
    guard let reason = Reason(chart.reason) else { return }
    for (cell, count) in zip(cells, people) where count > 0 { missing[cell] = reason }
  }

  func rows(of cell: Cell) -> [CubeRow] {
    let name = CellName(cell, plan: plan)
    let n = people[cell] ?? 0
    let alone = missing[cell].map { [signal(nil, $0, n, name)] } ?? []
    return (points[cell].map { figures(of: $0, n, name) } ?? alone).map { CubeRow($0, of: subject.audience, in: cell) }
  }

  private func figures(of point: ControlChart.Point, _ n: Int64, _ name: CellName) -> [Measure] {
    func measure(_ metric: String, _ value: Double, limit: Double? = nil) -> Measure {
      Measure(
        key: name.metric("\(subject.rawValue).\(metric)"), estimate: value, low: limit.map { -$0 }, high: limit, n: n)
    }
    return [
      measure("trend_z", point.z), measure("trend_ewma", point.ewma, limit: point.limit),
      measure("trend_cusum_up", point.cusumUp), measure("trend_cusum_down", point.cusumDown),
      signal(point, nil, n, name),
    ]
  }

  /// +1 for a rise, −1 for a fall that either chart takes for real; 0 for noise.
  private func signal(_ point: ControlChart.Point?, _ reason: Reason?, _ n: Int64, _ name: CellName) -> Measure {
    let signal = point.map { $0.ewmaSignal != 0 ? $0.ewmaSignal : $0.cusumSignal }
    return Measure(
      key: name.metric("\(subject.rawValue).trend_signal"), estimate: signal.map(Double.init), n: n,
      reason: reason)
  }
}
