import RequiteModel

/// How many people stand behind each cell, and where one account outweighs all others.
struct CellPeople {
  /// The people of each cell that has any.
  private(set) var counts: [Audience: [Cell: Int64]] = [:]
  /// Cells in which a single account holds more than half of the weight.
  private(set) var dominated: [Audience: Set<Cell>] = [:]
  /// For each number that not every cell of an audience has, the cells that have it.
  private(set) var families: [Audience: [Set<Cell>]] = [:]

  /// Counts nobody.
  init() {}

  /// Counts the people of a merged state.
  init(tables: StateTables, loyalty: LoyaltyTables) {
    for (key, respondents) in loyalty.publishedRespondents {
      add(respondents, to: .respondents(key.instrument), key.cell)
    }
    for key in loyalty.dominatedByAccount {
      addDominated(key.cell, of: .respondents(key.instrument))
      if key.instrument == .nps { addDominated(key.cell, of: .balanced) }
    }
    for (words, values) in tables[.dispositions].sorted() {
      add(Int64(values.reduce(0, +)), to: .invited, Cell(words: words[...]))
    }
    addCustomers(of: tables)
    for (words, values) in tables[.timedCustomers].sorted() {
      add(Int64(values[0]), to: .waiting, Cell(words: words[...]))
    }
    for (words, values) in tables[.balance].sorted() {
      guard loyalty.isPublished(ScoreScale(word: words[2]), .nps, vendor: UInt32(words[0])) else { continue }
      add(Int64(values[0]), to: .balanced, Cell(words: words[..<2]))
    }
  }

  /// Not every cell has cases of every component: threads that address nobody, for one, are on channels of their own.
  private mutating func addCustomers(of tables: StateTables) {
    var cases = [Set<Cell>](repeating: [], count: Component.allCases.count)
    for (words, values) in tables[.reciprocity].sorted() {
      let cell = Cell(words: words[...])
      add(Int64(values[0]), to: .customers, cell)
      // A denominator follows each numerator, and all follow the number of customers.
      for place in cases.indices where values[2 * place + 2] > 0 { cases[place].insert(cell) }
    }
    families[.customers] = cases
  }

  /// Adds people to a cell.
  mutating func add(_ people: Int64, to audience: Audience, _ cell: Cell) {
    guard people > 0 else { return }
    counts[audience, default: [:]][cell, default: 0] += people
  }

  /// Says that one account holds more than half of a cell's weight.
  mutating func addDominated(_ cell: Cell, of audience: Audience) {
    dominated[audience, default: []].insert(cell)
  }
}
