import RequiteModel
import RequiteStatistics

/// The reciprocity measures of every cell: index, pillars and components.
///
/// Index and pillars are on 0…100, components on 0…1; `n` is the number of customers. A component with too few cases
/// has no estimate but shows how many there were. METHODS B11 and B12.
struct ReciprocityFinish {
  private let moments: [Cell: ComponentMoments]
  private let plan: Plan
  private let design: CompositeDesign

  /// - Throws: `FinishFailure.indexDesign` when the settings make no index.
  init(tables: StateTables, plan: Plan) throws(FinishFailure) {
    var moments: [Cell: ComponentMoments] = [:]
    for (words, values) in tables[.reciprocity].sorted() {
      moments[Cell(words: words[...])] = ComponentMoments(rawValues: values)
    }
    for vendor in plan.vendors.indices {
      let cell = Cell(vendor: UInt32(vendor))
      if moments[cell] == nil { moments[cell] = ComponentMoments() }
    }
    self.moments = moments
    self.plan = plan
    do {
      design = try CompositeDesign(
        weights: plan.settings.leafWeights, pillars: Component.allCases.map(\.pillar.place),
        floor: plan.settings.floor.double, minimumDenominator: plan.settings.minimumDenominator)
    } catch {
      throw .indexDesign(error)
    }
  }

  /// All rows, cell by cell.
  ///
  /// Outside a vendor's whole window, numbers without data are left out.
  func rows() -> [CubeRow] {
    moments.keys.sorted { $0.precedes($1) }.flatMap { cell in
      rows(of: cell).filter { cell.isHeadline || $0.measure.reason != .noData }
    }
  }

  private func rows(of cell: Cell) -> [CubeRow] {
    guard let moments = moments[cell] else { return [] }
    let index = CompositeIndex(components: moments.components, design: design)
    let variance = CompositeVariance(of: index, moments: moments)
    let name = CellName(cell, plan: plan)
    let measures =
      indices(index, variance, name: name) + pillars(index, customers: variance.customers, name: name)
      + components(index, variance, name: name)
    return measures.map { CubeRow(measure: $0, people: variance.customers) }
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
  fileprivate var place: Int { Pillar.allCases.firstIndex(of: self)! }
}
