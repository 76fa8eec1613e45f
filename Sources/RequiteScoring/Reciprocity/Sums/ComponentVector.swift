import RequiteModel
import RequiteStatistics

/// One customer's cases in one cell: n and d of S1…C4, the vector of METHODS B12.
struct ComponentVector: BitwiseCopyable {
  /// Integers in a vector.
  static let width = 20

  private var numbers = InlineArray<20, Int64>(repeating: 0)

  /// The integer at `position`: 2·i is the numerator, 2·i + 1 the denominator of the component with index i.
  subscript(position: Int) -> Int64 {
    @inline(__always)
    get { numbers[position] }
  }

  /// Adds a thread's counts.
  @inline(__always)
  mutating func add(_ counts: ComponentCounts) {
    for position in 0..<ComponentCounts.width { numbers[position] += Int64(counts[position]) }
  }

  /// Adds a case of C4; its two places come last.
  @inline(__always)
  mutating func add(closedLoop cases: Ratio) {
    numbers[ComponentCounts.width] += Int64(cases.numerator)
    numbers[ComponentCounts.width + 1] += Int64(cases.denominator)
  }

  /// Whether products of these numbers are small enough for sums in 64 bits.
  var isSmall: Bool {
    var bits: Int64 = 0
    for position in 0..<ComponentVector.width { bits |= numbers[position] }
    return bits >> ComponentSums.entryBits == 0
  }

  /// What the vector adds to the moments.
  var changes: [SumChange] {
    let customer = (0..<ComponentVector.width).map { numbers[$0] }
    var changes: [SumChange] = []
    ComponentMoments.forEachTerm(of: customer) { changes.append(SumChange(place: $0, value: $1)) }
    return changes
  }
}
