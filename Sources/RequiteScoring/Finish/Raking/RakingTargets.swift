import RequiteModel
import RequiteStatistics

/// The margins of the settings in the terms of a plan: which level each code counts as, and the share it should reach.
struct RakingTargets: Sendable {
  /// One margin.
  struct Margin: Sendable {
    /// The attribute, or `channel`.
    let name: String
    /// For each code the place of its target; `nil` for a level without one.
    let places: [Int?]
    /// The shares of the targets.
    let target: RakingMargin
  }

  /// The margins, in the order of the fit.
  let margins: [Margin]
  /// The cells of their cross-classification.
  let cells: MarginCells

  init(plan: Plan, cells: MarginCells) {
    self.cells = cells
    margins = plan.settings.raking.margins.map { margin in
      // Merged levels give their share to the level they count as.
      var shares: [(level: String, billionths: Int64)] = []
      for share in margin.shares {
        let level = margin.merged[share.level] ?? share.level
        if let place = shares.firstIndex(where: { $0.level == level }) {
          shares[place].billionths += share.billionths
        } else {
          shares.append((level, share.billionths))
        }
      }
      let places = plan.levels(of: margin.name).map { name in
        let level = margin.merged[name] ?? name
        return shares.firstIndex { $0.level.utf8.elementsEqual(level.utf8) }
      }
      return Margin(
        name: margin.name, places: places,
        target: RakingMargin(shares: shares.map { Double($0.billionths) / 1_000_000_000 }))
    }
  }

  /// The targets' places of a cell, margin by margin; `nil` where any level has none.
  func places(of cell: UInt64) -> [Int]? {
    var places: [Int] = []
    for (margin, code) in zip(margins, cells.levels(of: cell)) {
      guard let place = margin.places[code] else { return nil }
      places.append(place)
    }
    return places
  }
}
