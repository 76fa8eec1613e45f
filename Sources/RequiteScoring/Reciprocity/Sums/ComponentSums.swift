import RequiteModel
import RequiteStatistics

/// Moments of components by number, in 64 bits: where customers are added before the sums move to a tally.
///
/// Laid out like `ComponentMoments.rawValues`, row after row.
struct ComponentSums {
  /// The size of a vector's entries.
  ///
  /// Products have twice as many bits, and 2²² customers of them stay within 63.
  static let entryBits = 20
  private static let customerLimit = 1 << 22
  /// 7.5 MB of rows.
  private static let rowLimit = 1 << 12
  private static let width = ComponentMoments.rawCount(componentCount: ComponentVector.width / 2)

  private var sums: [Int64] = []
  private var customers = 0

  /// How many rows there are.
  private(set) var count = 0

  /// Whether the sums should move before the next customer.
  var isFull: Bool { count >= ComponentSums.rowLimit || customers >= ComponentSums.customerLimit }

  /// Adds one customer to the row of a number, which is at most `count`; the vector is small.
  mutating func add(_ vector: ComponentVector, to number: Int) {
    if number == count {
      sums.append(contentsOf: repeatElement(0, count: ComponentSums.width))
      count += 1
    }
    customers += 1
    // Few entries are not zero: they are looked for once.
    var places = InlineArray<20, Int>(repeating: 0)
    var values = InlineArray<20, Int64>(repeating: 0)
    var filled = 0
    for position in 0..<ComponentVector.width where vector[position] != 0 {
      (places[filled], values[filled]) = (position, vector[position])
      filled += 1
    }
    sums.withMutableSpan(of: number * ComponentSums.width..<(number + 1) * ComponentSums.width) { row in
      row[0] &+= 1
      for first in 0..<filled {
        let (place, value) = (places[first], values[first])
        row[1 + place] &+= value
        let start = ComponentMoments.place(ofProduct: place, place, componentCount: ComponentVector.width / 2) - place
        for second in first..<filled { row[start + places[second]] &+= value &* values[second] }
      }
    }
  }

  /// Calls `body` with the sums of each row that are not zero.
  func forEach(_ body: (_ number: Int, _ changes: [SumChange]) -> Void) {
    var changes: [SumChange] = []
    for number in 0..<count {
      changes.removeAll(keepingCapacity: true)
      for place in 0..<ComponentSums.width {
        let sum = sums[number * ComponentSums.width + place]
        if sum != 0 { changes.append(SumChange(place: place, value: Int128(sum))) }
      }
      body(number, changes)
    }
  }

  /// Forgets all rows.
  mutating func removeAll() {
    sums.removeAll(keepingCapacity: true)
    (count, customers) = (0, 0)
  }
}
