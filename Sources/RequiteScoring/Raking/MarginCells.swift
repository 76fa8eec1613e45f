import RequiteModel

/// The cells of the cross-classification of a plan's margins, numbered from the codes of levels.
struct MarginCells: Sendable {
  private struct Margin: Sendable {
    let source: LevelSource
    let levels: UInt64
  }

  private let margins: [Margin]

  /// Prepares the margins of `plan`; `nil` without one.
  init?(plan: Plan) {
    guard !plan.settings.raking.margins.isEmpty else { return nil }
    margins = plan.settings.raking.margins.map { margin in
      Margin(source: LevelSource(of: margin.name, plan: plan), levels: UInt64(plan.levels(of: margin.name).count))
    }
  }

  /// The cell of a response.
  func cell(channel: UInt32, levels: FactLevels) -> UInt64 {
    margins.reduce(0) { $0 * $1.levels + UInt64($1.source.level(channel: channel, levels: levels)) }
  }

  /// The codes of a cell's levels, margin by margin.
  func levels(of cell: UInt64) -> [Int] {
    var rest = cell
    var levels: [Int] = []
    for margin in margins.reversed() {
      levels.append(Int(rest % margin.levels))
      rest /= margin.levels
    }
    return levels.reversed()
  }
}
