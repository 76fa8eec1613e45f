import RequiteModel
import RequiteStatistics

/// The index of each trend period less that of the period before, divided exactly among its components: METHODS B12.
struct IndexChangeFinish: CubePart {
  let reciprocity: ReciprocityTables
  let plan: Plan

  func rows(of cell: Cell) -> [CubeRow] {
    guard cell.isTrend, cell.period > 1 else { return [] }
    let before = cell.during(cell.period - 1)
    guard let change = IndexChange.split(from: reciprocity.value(of: before), to: reciprocity.value(of: cell)) else {
      return []
    }
    let name = CellName(cell, plan: plan)
    let n = reciprocity.customers(of: cell)
    let parts = zip(Component.allCases, change.contributions).map { component, points in
      Measure(key: name.metric("reciprocity.\(component.rawValue)_effect"), estimate: points, n: n)
    }
    let total = Measure(key: name.metric("reciprocity.change"), estimate: change.difference, n: n)
    let basis = [cell, before].map { CubeRow.Basis.cell(.customers, $0) }
    return ([total] + parts).map { CubeRow($0, basis: basis) }
  }
}
