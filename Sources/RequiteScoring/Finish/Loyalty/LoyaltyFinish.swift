import RequiteModel
import RequiteStatistics

/// The loyalty measures of a cell.
///
/// Net scores (`nps`, `nps_weighted`, `enps`, `votes_net`) are on −100…100, shares (`csat_top2`, `ces_agree`) on 0…1,
/// means in the unit of the scale. The numerator and denominator of weighted numbers are sums of weights. METHODS B1,
/// B2 and B4.
struct LoyaltyFinish: CubePart {
  let tables: LoyaltyTables
  let plan: Plan

  func rows(of cell: Cell) throws(FinishFailure) -> [CubeRow] {
    var rows: [CubeRow] = []
    for instrument in Instrument.allCases {
      guard let key = tables.key(of: instrument, in: cell), tables.counts(of: key).respondents > 0 else { continue }
      rows += try LoyaltyPart(key: key, tables: tables, plan: plan).rows()
    }
    let isMissing = cell.isHeadline && tables.scale(of: .nps, vendor: cell.vendor) == nil
    return rows + (isMissing ? [missingHeadline(cell)] : [])
  }

  /// A vendor nobody answered for says so.
  private func missingHeadline(_ cell: Cell) -> CubeRow {
    let key = CellName(cell, plan: plan).metric(LoyaltyMetric.nps)
    return CubeRow(Measure(key: key, estimate: nil, n: 0, reason: .noData), basis: [])
  }
}
