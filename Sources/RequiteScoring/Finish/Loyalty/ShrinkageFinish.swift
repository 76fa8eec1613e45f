import RequiteModel
import RequiteStatistics

/// The scores of a dimension's levels, drawn towards their mean as far as chance would have them scatter: METHODS B5.
///
/// Levels that may not be shown take no part, so that none can be worked out from the others.
struct ShrinkageFinish: CubePart {
  private var measures: [Cell: Measure] = [:]

  init(cells: [Cell], loyalty: LoyaltyTables, suppressed: SuppressedCells, plan: Plan) {
    let levels = cells.filter {
      $0.dimension > 0 && $0.period == 0 && !suppressed.contains(.respondents(.nps), $0)
        && loyalty.netPromoter(in: $0).n > 0
    }
    for cells in Dictionary(grouping: levels, by: { Cell(vendor: $0.vendor, dimension: $0.dimension) }).values {
      let scores = cells.map { loyalty.netPromoter(in: $0) }
      let shrinkage = Shrinkage(scores)
      for (place, cell) in cells.enumerated() {
        let shrunk = shrinkage.units[place].shrunk
        measures[cell] = Measure(
          key: CellName(cell, plan: plan).metric("loyalty.nps_shrunk"), estimate: shrunk.map { $0 * 100 },
          n: scores[place].n, reason: Reason(shrinkage.reason))
      }
    }
  }

  func rows(of cell: Cell) -> [CubeRow] {
    measures[cell].map { [CubeRow($0, of: .respondents(.nps), in: cell)] } ?? []
  }
}
