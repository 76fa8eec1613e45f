import RequiteModel

/// One customer's components in each cell where the customer is found: the vectors of METHODS B12.
///
/// Made once and used again for every customer.
struct CustomerVectors {
  private var cells = KeyTable(width: 2)
  private var vectors: [ComponentVector] = []

  /// Forgets the customer.
  mutating func removeAll() {
    cells.removeAll()
    vectors.removeAll(keepingCapacity: true)
  }

  /// Adds a thread's counts in one cell.
  mutating func add(_ counts: ComponentCounts, to cell: Cell) {
    vectors[number(of: cell)].add(counts)
  }

  /// Adds the case of C4 in one cell.
  mutating func add(closedLoop cases: Ratio, to cell: Cell) {
    vectors[number(of: cell)].add(closedLoop: cases)
  }

  /// Calls `body` with each cell's key and vector.
  func forEach(_ body: (_ cell: ArraySlice<UInt64>, _ vector: ComponentVector) -> Void) {
    for number in vectors.indices { body(cells.key(number), vectors[number]) }
  }

  private mutating func number(of cell: Cell) -> Int {
    let number = cells.insert(cell.key.span)
    if number == vectors.count { vectors.append(ComponentVector()) }
    return number
  }
}
