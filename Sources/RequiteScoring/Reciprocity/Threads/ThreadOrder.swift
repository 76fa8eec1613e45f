import RequiteModel

/// Brings the events of a bucket into the order of METHODS B9, thread by thread, without moving them.
///
/// What is sorted is one word a row: the beginning of the thread's fingerprint, then the row's number. Its memory serves
/// bucket after bucket.
struct ThreadOrder {
  private var words: [UInt64] = []
  private var spare: [UInt64] = []

  /// Calls `body` with each thread of `rows`, by its fingerprint; events after `end` are left out.
  ///
  /// - Complexity: O(*n*) on average where the rows of each thread come in order of time, as ledgers bring them; else
  ///   O(*n* log *n*).
  mutating func forEachThread(
    of rows: UnsafeBufferPointer<Interaction>, until end: Instant, _ body: (ThreadEvents) -> Void
  ) {
    precondition(rows.count < Int(UInt32.max), "a bucket holds fewer rows than 32 bits can count")
    words.removeAll(keepingCapacity: true)
    for row in 0..<rows.count where rows[row].at <= end {
      words.append(rows[row].thread.high & 0xFFFF_FFFF_0000_0000 | UInt64(row))
    }
    spreadSort()
    words.withUnsafeMutableBufferPointer { words in
      var start = 0
      while start < words.count {
        var next = start + 1
        while next < words.count, words[next] >> 32 == words[start] >> 32 { next += 1 }
        let group = UnsafeMutableBufferPointer(rebasing: words[start..<next])
        ThreadOrder.sort(group, rows)
        ThreadOrder.split(UnsafeBufferPointer(group), rows, body)
        start = next
      }
    }
  }

  /// Calls `body` with each thread of sorted events.
  @inline(__always)
  private static func split(
    _ order: UnsafeBufferPointer<UInt64>, _ rows: UnsafeBufferPointer<Interaction>, _ body: (ThreadEvents) -> Void
  ) {
    var start = 0
    for next in 0..<order.count where rows[row(order[next])].thread != rows[row(order[start])].thread {
      body(ThreadEvents(rows, UnsafeBufferPointer(rebasing: order[start..<next])))
      start = next
    }
    body(ThreadEvents(rows, UnsafeBufferPointer(rebasing: order[start...])))
  }

  /// Sorts events whose fingerprints begin alike; most come sorted, from one ledger after the other.
  private static func sort(
    _ order: UnsafeMutableBufferPointer<UInt64>, _ rows: UnsafeBufferPointer<Interaction>
  ) {
    var place = 1
    while place < order.count, !precedes(order[place], order[place - 1], rows) { place += 1 }
    guard place < order.count else { return }
    var order = order
    order.sort { precedes($0, $1, rows) }
  }

  @inline(__always)
  private static func precedes(_ left: UInt64, _ right: UInt64, _ rows: UnsafeBufferPointer<Interaction>) -> Bool {
    let (left, right) = (row(left), row(right))
    if rows[left].thread != rows[right].thread { return rows[left].thread < rows[right].thread }
    return rows[left].precedes(rows[right])
  }

  @inline(__always)
  private static func row(_ word: UInt64) -> Int { Int(word & 0xFFFF_FFFF) }
}

extension ThreadOrder {
  /// Bits that one pass spreads by.
  private static let bits: UInt64 = 12

  /// Sorts the words by their high halves, least digit first; rows with equal ones stay as they came.
  ///
  /// A digit in which all words agree, such as the one that holds the bucket, costs no pass.
  private mutating func spreadSort() {
    if spare.count < words.count { spare = Array(repeating: 0, count: words.count) }
    for shift in stride(from: UInt64(32), to: 64, by: Int(ThreadOrder.bits)) {
      let isMoved = words.withUnsafeMutableBufferPointer { words in
        spare.withUnsafeMutableBufferPointer { ThreadOrder.spread(words, to: $0, shift: shift) }
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
