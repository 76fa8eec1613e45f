import RequiteModel

/// Customers with a thread in the first-answer curve, cell by cell: each counts once in a cell.
struct TimedCustomers {
  private var keys = KeyTable(width: 2)
  private var counts: [Int64] = []
  /// For each cell the number of the customer who was counted last.
  private var counted: [Int] = []
  private var customer = 0
  private let channelDimension: UInt16?

  /// - Parameter channelDimension: the code of the dimension `channel`, where there is one.
  init(channelDimension: UInt16?) {
    self.channelDimension = channelDimension
  }

  /// How many cells there are.
  var count: Int { counts.count }

  /// Counts a customer in the cells of the timed threads among `outcomes`.
  mutating func add(_ outcomes: FactRange<Outcome>) {
    customer += 1
    for place in outcomes.indices {
      let outcome = outcomes.place(place)
      guard outcome.pointee.isTimed else { continue }
      add(Cell(vendor: outcome.pointee.vendor))
      guard let channelDimension else { continue }
      add(Cell(vendor: outcome.pointee.vendor, dimension: channelDimension, level: outcome.pointee.channel))
    }
  }

  /// Moves everything to `tally`.
  mutating func move(to tally: inout Tally) {
    for (number, count) in counts.enumerated() {
      tally.add([SumChange(place: 0, value: Int128(count))], to: keys.key(number).span)
    }
    keys.removeAll()
    counts.removeAll(keepingCapacity: true)
    counted.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ cell: Cell) {
    let number = keys.insert(cell.key.span)
    if number == counts.count {
      counts.append(0)
      counted.append(0)
    }
    guard counted[number] != customer else { return }
    counted[number] = customer
    counts[number] += 1
  }
}
