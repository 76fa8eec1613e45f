import RequiteModel
import RequiteStatistics

/// One customer's components in each cell where the customer is found: the vectors of METHODS B12.
///
/// Made once and used again for every customer.
struct CustomerVectors {
  /// Integers in a vector: n and d of S1…C4.
  private static let width = 2 * Component.allCases.count

  private var cells = KeyTable(width: 2)
  /// The vectors of the cells, one after the other.
  private var numbers: [Int64] = []
  /// What one vector adds to the sums, a buffer.
  private var changes: [SumChange] = []

  /// Forgets the customer.
  mutating func removeAll() {
    cells.removeAll()
    numbers.removeAll(keepingCapacity: true)
  }

  /// Adds a thread's counts in one cell.
  mutating func add(_ counts: ComponentCounts, to cell: Cell) {
    let start = start(of: cell)
    for position in 0..<ComponentCounts.width { numbers[start + position] += Int64(counts[position]) }
  }

  /// Adds the case of C4 in one cell; its two places come last.
  mutating func add(closedLoop cases: Ratio, to cell: Cell) {
    let start = start(of: cell) + ComponentCounts.width
    numbers[start] += Int64(cases.numerator)
    numbers[start + 1] += Int64(cases.denominator)
  }

  /// Adds the customer's vectors to moments by cell.
  mutating func add(to moments: inout Tally) {
    for number in 0..<cells.count {
      changes.removeAll(keepingCapacity: true)
      let vector = numbers[number * CustomerVectors.width..<(number + 1) * CustomerVectors.width]
      ComponentMoments.forEachTerm(of: vector) { changes.append(SumChange(place: $0, value: $1)) }
      moments.add(changes, to: cells.key(number).span)
    }
  }

  private mutating func start(of cell: Cell) -> Int {
    let number = cells.insert(cell.key.span)
    if number * CustomerVectors.width == numbers.count {
      numbers.append(contentsOf: repeatElement(0, count: CustomerVectors.width))
    }
    return number * CustomerVectors.width
  }
}
