import RequiteModel
import RequiteStatistics

/// The loyalty measures of every cell.
///
/// Net scores (`nps`, `nps_weighted`, `enps`, `votes_net`) are on −100…100, shares (`csat_top2`, `ces_agree`) on 0…1,
/// means in the unit of the scale. The numerator and denominator of weighted numbers are sums of weights. METHODS B1,
/// B2 and B4.
struct LoyaltyFinish {
  private let tables: LoyaltyTables
  private let plan: Plan

  init(tables: LoyaltyTables, plan: Plan) {
    self.tables = tables
    self.plan = plan
  }

  /// All rows, in no particular order of metrics.
  func rows() throws(FinishFailure) -> [CubeRow] {
    var rows: [CubeRow] = []
    for instrument in Instrument.allCases {
      for cell in tables.cells(with: instrument) {
        guard let scale = tables.scale(of: instrument, vendor: cell.vendor) else { continue }
        let part = LoyaltyPart(
          key: LoyaltyKey(cell: cell, instrument: instrument, stratum: 0, scale: scale), tables: tables, plan: plan)
        rows += try part.rows()
      }
    }
    return rows + missingHeadlines()
  }

  /// A vendor nobody answered for says so.
  private func missingHeadlines() -> [CubeRow] {
    plan.vendors.indices.map { Cell(vendor: UInt32($0)) }
      .filter { tables.scale(of: .nps, vendor: $0.vendor) == nil }
      .map { cell in
        let key = CellName(cell, plan: plan).metric(LoyaltyMetric.nps)
        return CubeRow(measure: Measure(key: key, estimate: nil, n: 0, reason: .noData), people: 0)
      }
  }
}
