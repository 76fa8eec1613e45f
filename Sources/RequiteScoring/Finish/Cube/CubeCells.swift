import RequiteModel

/// The cells of a merged state in the order in which they are published.
///
/// Cells are ordered as `measures.csv` is: by the bytes of vendor, dimension, level and period. Vendors, levels and
/// periods have codes in that order; dimensions keep the order of the configuration, and the window comes after all
/// periods, as `window` sorts after digits.
struct CubeCells {
  /// The cells, each once.
  let all: [Cell]

  /// All cells with data of any kind, and each vendor's whole window.
  init(tables: StateTables, plan: Plan) {
    var cells = Set(plan.vendors.indices.map { Cell(vendor: UInt32($0)) })
    let names: [TallyName] = [.loyaltyCounts, .reciprocity, .timedCustomers, .dispositions, .balance]
    for name in names {
      for (key, _) in tables[name].sorted() { cells.insert(Cell(words: key[..<2])) }
    }
    cells.formUnion(CubeCells.silenced(tables, plan: plan))
    cells.formUnion(CubeCells.channels(tables, plan: plan))
    cells.formUnion(CubeCells.marginLevels(of: plan))
    let ranks = CubeCells.dimensionRanks(of: plan)
    all = cells.map { (cell: $0, rank: CubeCells.rank(of: $0, ranks)) }
      .sorted { $0.rank.lexicographicallyPrecedes($1.rank) }
      .map(\.cell)
  }

  /// The period after each in which a level has answers: a level that falls silent has its part in the change.
  private static func silenced(_ tables: StateTables, plan: Plan) -> [Cell] {
    tables[.loyaltyCounts].sorted().compactMap { words, _ in
      let cell = Cell(words: words[..<2])
      let isFollowed = cell.dimension > 0 && cell.period > 0 && Int(cell.period) < plan.periods.count
      return isFollowed ? cell.during(cell.period + 1) : nil
    }
  }

  /// Channels on which something was written, also where nobody opened a thread.
  private static func channels(_ tables: StateTables, plan: Plan) -> [Cell] {
    guard let dimension = CellPlan(plan: plan).channelDimension else { return [] }
    return tables[.channelMix].sorted().map { key, _ in
      Cell(vendor: UInt32(key[0]), dimension: dimension, level: UInt32(key[1]))
    }
  }

  /// The levels of margins, whose shares after raking are published.
  private static func marginLevels(of plan: Plan) -> [Cell] {
    plan.settings.raking.margins.flatMap { margin -> [Cell] in
      guard let place = plan.settings.namedDimensions.firstIndex(of: margin.name) else { return [] }
      return plan.vendors.indices.flatMap { vendor in
        plan.levels(of: margin.name).indices.map {
          Cell(vendor: UInt32(vendor), dimension: UInt16(place + 1), level: UInt32($0))
        }
      }
    }
  }

  private static func dimensionRanks(of plan: Plan) -> [UInt64] {
    let names = ["all"] + plan.settings.namedDimensions
    let sorted = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
    var ranks = [UInt64](repeating: 0, count: names.count)
    for (rank, place) in sorted.enumerated() { ranks[place] = UInt64(rank) }
    return ranks
  }

  private static func rank(of cell: Cell, _ dimensions: [UInt64]) -> [UInt64] {
    let period = cell.period == 0 ? UInt64.max : UInt64(cell.period)
    return [UInt64(cell.vendor), dimensions[Int(cell.dimension)], UInt64(cell.level), period]
  }
}
