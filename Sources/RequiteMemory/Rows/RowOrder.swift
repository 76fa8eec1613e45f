/// Brings rows into order, group by group, without moving them.
///
/// What is sorted is one word a row: the beginning of its group's fingerprint, then the row's number. Its memory serves
/// bucket after bucket.
public struct RowOrder {
  @usableFromInline var words: [UInt64] = []
  private var spare: [UInt64] = []

  /// Nothing to sort yet.
  public init() {}

  /// Calls `body` with each group of `rows` in order, by the groups' fingerprints.
  ///
  /// - Parameters:
  ///   - rows: fewer than 2³² rows.
  ///   - counts: whether a row takes part.
  ///   - key: the first word of the fingerprint of a row's group.
  ///   - areTogether: whether two rows are of one group.
  ///   - precedes: the order within groups, and of groups whose first halves of a word are equal.
  ///   - body: is called with each group's rows.
  /// - Complexity: O(*n*) on average where the rows of each group come in order; else O(*n* log *n*).
  @inlinable @inline(__always)
  public mutating func forEachGroup<Row: BitwiseCopyable>(
    of rows: [Row], where counts: (Row) -> Bool, key: (Row) -> UInt64, areTogether: (Row, Row) -> Bool,
    precedes: (Row, Row) -> Bool, _ body: (OrderedRows<Row>) -> Void
  ) {
    precondition(rows.count < Int(UInt32.max), "a bucket holds fewer rows than 32 bits can count")
    rows.withUnsafeBufferPointer { rows in
      words.removeAll(keepingCapacity: true)
      for row in 0..<rows.count where counts(rows[row]) {
        words.append(key(rows[row]) & 0xFFFF_FFFF_0000_0000 | UInt64(row))
      }
      spreadSort()
      words.withUnsafeMutableBufferPointer { words in
        var start = 0
        while start < words.count {
          var next = start + 1
          while next < words.count, words[next] >> 32 == words[start] >> 32 { next += 1 }
          let order = UnsafeMutableBufferPointer(rebasing: words[start..<next])
          RowOrder.sort(order, rows, precedes)
          RowOrder.split(UnsafeBufferPointer(order), rows, areTogether, body)
          start = next
        }
      }
    }
  }

  /// Calls `body` with each group of sorted rows.
  @inlinable @inline(__always)
  static func split<Row>(
    _ order: UnsafeBufferPointer<UInt64>, _ rows: UnsafeBufferPointer<Row>, _ areTogether: (Row, Row) -> Bool,
    _ body: (OrderedRows<Row>) -> Void
  ) {
    let (first, start) = (rows.baseAddress.unsafelyUnwrapped, order.baseAddress.unsafelyUnwrapped)
    var begin = 0
    for next in 0..<order.count where !areTogether(rows[row(order[next])], rows[row(order[begin])]) {
      body(OrderedRows(first, start + begin, count: next - begin))
      begin = next
    }
    body(OrderedRows(first, start + begin, count: order.count - begin))
  }

  /// Sorts rows whose fingerprints begin alike; most come sorted, from one ledger after the other.
  @inlinable @inline(__always)
  static func sort<Row>(
    _ order: UnsafeMutableBufferPointer<UInt64>, _ rows: UnsafeBufferPointer<Row>, _ precedes: (Row, Row) -> Bool
  ) {
    var place = 1
    while place < order.count, !precedes(rows[row(order[place])], rows[row(order[place - 1])]) { place += 1 }
    guard place < order.count else { return }
    var order = order
    order.sort { precedes(rows[row($0)], rows[row($1)]) }
  }

  @inlinable @inline(__always)
  static func row(_ word: UInt64) -> Int { Int(word & 0xFFFF_FFFF) }
}

extension RowOrder {
  /// Bits that one pass spreads by.
  private static let bits: UInt64 = 12

  /// Sorts the words by their high halves, least digit first; rows with equal ones stay as they came.
  ///
  /// A digit in which all words agree, such as the one that holds the bucket, costs no pass.
  @usableFromInline
  mutating func spreadSort() {
    if spare.count < words.count { spare = Array(repeating: 0, count: words.count) }
    for shift in stride(from: UInt64(32), to: 64, by: Int(RowOrder.bits)) {
      let isMoved = words.withUnsafeMutableBufferPointer { words in
        spare.withUnsafeMutableBufferPointer { RowOrder.spread(words, to: $0, shift: shift) }
      }
      if isMoved { swapWords() }
    }
  }

  private mutating func swapWords() {
    let count = words.count
    swap(&words, &spare)
    if words.count > count { words.removeLast(words.count - count) }
  }

  /// Spreads `words` by one digit; `false` when all of them have the same.
  private static func spread(
    _ words: UnsafeMutableBufferPointer<UInt64>, to target: UnsafeMutableBufferPointer<UInt64>, shift: UInt64
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 1 << Int(bits)) { places in
      places.initialize(repeating: 0)
      for word in words { places[digit(word, shift)] += 1 }
      if let first = words.first, Int(places[digit(first, shift)]) == words.count { return false }
      var sum: UInt32 = 0
      for place in places.indices { (places[place], sum) = (sum, sum + places[place]) }
      for word in words {
        target[Int(places[digit(word, shift)])] = word
        places[digit(word, shift)] += 1
      }
      return true
    }
  }

  @inline(__always)
  private static func digit(_ word: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: word >> shift & (1 << bits - 1))
  }
}
