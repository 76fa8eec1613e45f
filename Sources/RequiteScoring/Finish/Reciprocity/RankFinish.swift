import RequiteModel
import RequiteStatistics

/// How far a vendor's rank depends on the weights of the components: METHODS B13.
///
/// All vendors are ranked with every draw of weights and by the geometric, arithmetic and harmonic mean. Vendors without
/// an index, and those whose index may not be shown, are not ranked.
struct RankFinish: CubePart {
  private var ranks: [Cell: RankInterval] = [:]
  private let reciprocity: ReciprocityTables
  private let plan: Plan

  init(reciprocity: ReciprocityTables, suppressed: SuppressedCells, plan: Plan) {
    self.reciprocity = reciprocity
    self.plan = plan
    let cells = plan.vendors.indices.map { Cell(vendor: UInt32($0)) }.filter { !suppressed.contains(.customers, $0) }
    let sensitivity = WeightSensitivity(
      design: reciprocity.design, draws: Int(plan.settings.sensitivityDraws),
      mix: plan.settings.sensitivityMix.double)
    for (cell, rank) in zip(cells, sensitivity.ranks(of: cells.map { reciprocity.value(of: $0) })) {
      ranks[cell] = rank
    }
  }

  func rows(of cell: Cell) -> [CubeRow] {
    guard let rank = ranks[cell] else { return [] }
    let values = [
      ("rank_low", Double(rank.low)), ("rank_median", Double(rank.median)), ("rank_high", Double(rank.high)),
      ("first_share", rank.firstShare),
    ]
    let name = CellName(cell, plan: plan)
    return values.map { metric, value in
      let measure = Measure(
        key: name.metric("reciprocity.\(metric)"), estimate: value, n: reciprocity.customers(of: cell))
      return CubeRow(measure, of: .customers, in: cell)
    }
  }
}
