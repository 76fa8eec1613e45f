import RequiteModel

/// Finds the cells that must be hidden so that hidden ones cannot be worked out from sums.
struct ComplementaryCells {
  /// A sum and its parts: hiding exactly one of them hides nothing.
  fileprivate struct Line {
    let total: Cell
    var parts: [Cell]
    /// 0 where the parts are all cells with people, else which number they are the cells of.
    let family: Int
  }

  private let counts: [Cell: Int64]
  private var lines: [Line] = []

  /// Prepares the sums among cells with people.
  ///
  /// - Parameter families: for each number that not all cells have, the cells that have it: a cell without it protects
  ///   no other's. A sum is never hidden for such a number alone: a vendor would lose its whole report to the one small
  ///   channel that has it.
  init(counts: [Cell: Int64], families: [Set<Cell>] = []) {
    self.counts = counts
    var found = ComplementaryCells.lines(among: counts.keys, family: 0)
    for (place, cells) in families.enumerated() where cells.count < counts.count {
      found += ComplementaryCells.lines(among: cells, family: place + 1)
    }
    for place in found.indices { found[place].parts.sort { precedes($0, $1) } }
    lines = found.map { (order: $0.order, line: $0) }
      .sorted { $0.order.lexicographicallyPrecedes($1.order) }
      .map(\.line)
  }

  /// The levels of each dimension and the periods of each cell, in no particular order.
  private static func lines(among cells: some Collection<Cell>, family: Int) -> [Line] {
    var levels: [Cell: Line] = [:]
    var trends: [Cell: Line] = [:]
    for cell in cells {
      if cell.dimension > 0 {
        let key = Cell(vendor: cell.vendor, dimension: cell.dimension, period: cell.period)
        levels[key, default: Line(total: cell.whole, parts: [], family: family)].parts.append(cell)
      }
      if cell.period > 0 {
        let total = cell.during(0)
        trends[total, default: Line(total: total, parts: [], family: family)].parts.append(cell)
      }
    }
    return Array(levels.values) + Array(trends.values)
  }

  /// `hidden`, and every cell that has to go with them.
  func closure(of hidden: Set<Cell>) -> Set<Cell> {
    var hidden = hidden
    var isSettled = hidden.isEmpty
    while !isSettled {
      isSettled = true
      for line in lines {
        guard let next = companion(in: line, hidden: hidden) else { continue }
        hidden.insert(next)
        isSettled = false
      }
    }
    return hidden
  }

  /// The smallest cell still shown of a line with exactly one hidden number; the total only if nothing else is left.
  private func companion(in line: Line, hidden: Set<Cell>) -> Cell? {
    let isTotalHidden = hidden.contains(line.total)
    var shown: Cell?
    var count = isTotalHidden ? 1 : 0
    for part in line.parts {
      if hidden.contains(part) {
        count += 1
      } else if shown == nil {
        shown = part
      }
      if count > 1 { return nil }
    }
    guard count == 1 else { return nil }
    let isTotalLast = line.family == 0 && !isTotalHidden && counts[line.total] != nil
    return shown ?? (isTotalLast ? line.total : nil)
  }

  /// Orders by people, then by the cell's codes.
  private func precedes(_ left: Cell, _ right: Cell) -> Bool {
    let (first, second) = (counts[left] ?? 0, counts[right] ?? 0)
    return first != second ? first < second : left.words.lexicographicallyPrecedes(right.words)
  }
}

extension ComplementaryCells.Line {
  /// A fixed order among lines: what is hidden must not depend on that of a hash table.
  fileprivate var order: [UInt64] { total.words + (parts.first?.words ?? []) + [UInt64(family)] }
}
