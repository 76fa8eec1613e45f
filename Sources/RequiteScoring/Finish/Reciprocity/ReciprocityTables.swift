import RequiteModel
import RequiteStatistics

/// Components as a merged state holds them, put together to indices on demand.
struct ReciprocityTables {
  private let moments: Tally
  /// How an index is put together.
  let design: CompositeDesign

  /// Reads a merged state.
  ///
  /// - Throws: `FinishFailure.indexDesign` when the settings make no index.
  init(tables: StateTables, plan: Plan) throws(FinishFailure) {
    moments = tables[.reciprocity]
    do {
      design = try CompositeDesign(
        weights: plan.settings.leafWeights, pillars: Component.allCases.map(\.pillar.place),
        floor: plan.settings.floor.double, minimumDenominator: plan.settings.minimumDenominator)
    } catch {
      throw .indexDesign(error)
    }
  }

  /// The customers of a cell.
  func customers(of cell: Cell) -> Int64 { Int64(moments[cell.words][0]) }

  /// The index of a cell, without its variance.
  func value(of cell: Cell) -> CompositeIndex {
    CompositeIndex(components: moments(of: cell).components, design: design)
  }

  /// The index of a cell and how sure it is.
  func index(of cell: Cell) -> (CompositeIndex, CompositeVariance) {
    let moments = moments(of: cell)
    let index = CompositeIndex(components: moments.components, design: design)
    return (index, CompositeVariance(of: index, moments: moments))
  }

  private func moments(of cell: Cell) -> ComponentMoments {
    ComponentMoments(rawValues: moments[cell.words]) ?? ComponentMoments()
  }
}
