import RequiteModel
import RequiteReporting

/// The curves of waiting that a page may show: of vendors as a whole and of their channels, over the window.
struct WaitCurves {
  let tables: StateTables
  let plan: Plan

  /// The curves of those cells of whom `measures` tells how long people wait.
  ///
  /// A cell that is hidden there is hidden here.
  func shown(in measures: [Measure]) -> [WaitCurve] {
    let told = Set(
      measures.lazy.filter { $0.key.metric == WaitCurves.metric && $0.reason != .smallCell && $0.n > 0 }.map(\.key))
    return tables.curves.compactMap { cell, histogram in
      guard let key = key(of: cell), told.contains(key) else { return nil }
      return WaitCurve(key: key, bins: histogram.bins)
    }
  }

  private static let metric = "first_answer.median_seconds"

  /// Where the numbers of a cell stand; `nil` for one that no page draws.
  private func key(of cell: Cell) -> MeasureKey? {
    guard cell.period == 0 else { return nil }
    let vendor = plan.vendors[Int(cell.vendor)]
    guard cell.dimension > 0 else { return MeasureKey(vendor: vendor, metric: WaitCurves.metric) }
    let dimension = plan.settings.namedDimensions[Int(cell.dimension) - 1]
    guard dimension == "channel" else { return nil }
    let level = plan.levels(of: dimension)[Int(cell.level)]
    return MeasureKey(vendor: vendor, dimension: dimension, level: level, metric: WaitCurves.metric)
  }
}
