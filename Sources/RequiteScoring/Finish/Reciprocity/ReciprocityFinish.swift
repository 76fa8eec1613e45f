import RequiteModel
import RequiteStatistics

/// The reciprocity measures of a cell: index, pillars and components.
///
/// Index and pillars are on 0…100, components on 0…1; `n` is the number of customers. A component with too few cases
/// has no estimate but shows how many there were. METHODS B11 and B12.
struct ReciprocityFinish: CubePart {
  let tables: ReciprocityTables
  let plan: Plan

  /// Outside a vendor's whole window, numbers without data are left out.
  func rows(of cell: Cell) -> [CubeRow] {
    guard cell.isHeadline || tables.customers(of: cell) > 0 else { return [] }
    let (index, variance) = tables.index(of: cell)
    let name = CellName(cell, plan: plan)
    let measures =
      indices(index, variance, name: name) + pillars(index, customers: variance.customers, name: name)
      + components(index, variance, name: name)
    return measures.filter { cell.isHeadline || $0.reason != .noData }
      .map { CubeRow($0, of: .customers, in: cell) }
  }

  private func indices(_ index: CompositeIndex, _ variance: CompositeVariance, name: CellName) -> [Measure] {
    let others = [("index_arithmetic", index.arithmetic), ("index_harmonic", index.harmonic)]
    return [
      Measure(
        key: name.metric("reciprocity.index"), estimate: index.index, standardError: variance.index.standardError,
        low: variance.index.interval?.low, high: variance.index.interval?.high, n: variance.customers,
        reason: Reason(variance.index.reason))
    ]
      + others.map { metric, value in
        Measure(
          key: name.metric("reciprocity." + metric), estimate: value, n: variance.customers,
          reason: Reason(index.reason))
      }
  }

  private func pillars(_ index: CompositeIndex, customers: Int64, name: CellName) -> [Measure] {
    Pillar.allCases.map { pillar in
      Measure(
        key: name.metric("reciprocity." + pillar.rawValue), estimate: index.pillars[pillar.place], n: customers,
        reason: Reason(index.pillarReasons[pillar.place]))
    }
  }

  private func components(_ index: CompositeIndex, _ variance: CompositeVariance, name: CellName) -> [Measure] {
    Component.allCases.enumerated().map { place, component in
      let cases = index.components[place]
      let uncertainty = variance.components[place]
      return Measure(
        key: name.metric("reciprocity." + component.rawValue), estimate: index.shares[place],
        standardError: uncertainty.standardError, low: uncertainty.interval?.low, high: uncertainty.interval?.high,
        numerator: Double(cases.numerator), denominator: Double(cases.denominator), n: variance.customers,
        reason: Reason(uncertainty.reason))
    }
  }
}

extension RequiteModel.Pillar {
  /// Position among the pillars, 0…2.
  var place: Int { Pillar.allCases.firstIndex(of: self)! }
}
