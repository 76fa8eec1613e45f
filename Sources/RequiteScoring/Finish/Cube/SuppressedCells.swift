import RequiteModel

/// The cells that may not be shown: METHODS B8.
///
/// A cell of fewer than `minimum` people is hidden, of employees never fewer than ten, and one in which a single account
/// holds more than half of the weight. So is every cell from which a hidden one could be worked out: where a sum and its
/// parts have exactly one hidden number between them, the smallest part still shown is hidden too. Sums are the levels of
/// a dimension, which make the whole, and the periods of a trend, which make the window. A cell of nobody hides nobody,
/// and of a component only cells with cases count as parts.
struct SuppressedCells: Sendable {
  /// Employees know each other: METHODS B8 never shows fewer.
  private static let leastEmployees: Int64 = 10

  /// Fewer people than this are hidden; 0 and 1 switch suppression off.
  private let minimum: Int64
  private let hidden: [Audience: Set<Cell>]

  /// Works out what to hide, before anything is shown.
  ///
  /// - Complexity: O(cells) a round; every round but the last hides a cell, and mostly a few are enough.
  init(people: CellPeople, minimum: Int64) {
    self.minimum = minimum
    guard minimum > 1 else {
      hidden = [:]
      return
    }
    hidden = Dictionary(
      uniqueKeysWithValues: people.counts.map { audience, counts in
        let least = audience == .respondents(.enps) ? max(minimum, SuppressedCells.leastEmployees) : minimum
        let dominated = people.dominated[audience] ?? []
        let first = Set(counts.lazy.filter { $0.value < least || dominated.contains($0.key) }.map(\.key))
        let sums = ComplementaryCells(counts: counts, families: people.families[audience] ?? [])
        return (audience, sums.closure(of: first))
      })
  }

  /// Whether the numbers of a cell may not be shown.
  func contains(_ audience: Audience, _ cell: Cell) -> Bool {
    hidden[audience]?.contains(cell) ?? false
  }

  /// Whether a row rests on anything that may not be shown.
  func contains(_ row: CubeRow) -> Bool {
    row.basis.contains { basis in
      switch basis {
      case .cell(let audience, let cell): contains(audience, cell)
      case .people(let people): people > 0 && people < minimum
      case .employees(let people): people > 0 && minimum > 1 && people < max(minimum, SuppressedCells.leastEmployees)
      }
    }
  }
}
