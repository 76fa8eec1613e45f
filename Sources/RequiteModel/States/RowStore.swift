import RequiteMemory

/// Rows of whole numbers in one size of integer.
///
/// Rows lie in chunks, so that growing never copies what is there, and a row that is given back is used again.
struct RowStore<Word: FixedWidthInteger & SignedInteger & BitwiseCopyable & Sendable>: Sendable {
  private let width: Int
  /// Rows in a chunk are a power of two: a slot is the number of its chunk, then the row in these low bits.
  private let chunkBits: Int
  private var chunks: [[Word]] = []
  /// Slots that were never taken begin here.
  private var end = 0
  private var free: [UInt32] = []

  /// The size of a chunk, unless a single row takes more.
  private static var chunkBytes: Int { 1 << 16 }

  /// Creates an empty store of rows of `width` integers.
  init(width: Int) {
    self.width = width
    let rows = RowStore.chunkBytes / max(1, width * MemoryLayout<Word>.size)
    chunkBits = Int.bitWidth - 1 - max(1, rows).leadingZeroBitCount
  }

  /// The memory it holds, in bytes.
  var byteCount: Int { chunks.count * (width << chunkBits) * MemoryLayout<Word>.size }

  /// Takes a row, all zero.
  mutating func take() -> UInt32 {
    if let slot = free.popLast() { return slot }
    if end >> chunkBits == chunks.count { chunks.append(Array(repeating: 0, count: width << chunkBits)) }
    end += 1
    return UInt32(end - 1)
  }

  /// Gives a row back.
  mutating func give(_ slot: UInt32) {
    withMutableRow(slot) { $0.update(repeating: 0) }
    free.append(slot)
  }

  /// The integers of a row.
  @inline(__always)
  func withRow<Result>(_ slot: UInt32, _ body: (Span<Word>) -> Result) -> Result {
    chunks[Int(slot) >> chunkBits].withSpan(of: range(slot), body)
  }

  /// Sums `values` into a row, or leaves it as it is and returns `false` when a sum does not fit.
  mutating func add<Value: FixedWidthInteger & SignedInteger>(
    _ values: Span<Value>, to slot: UInt32
  ) -> Bool {
    withMutableRow(slot) { row in
      guard RowStore.fits(values, row.span) else { return false }
      for place in row.indices { row[place] &+= Word(truncatingIfNeeded: values[place]) }
      return true
    }
  }

  /// Sums changes into a row, one by one from number `first` on; returns the number of the first one whose sum does not
  /// fit, or their count.
  mutating func add(_ changes: Span<SumChange>, from first: Int, to slot: UInt32) -> Int {
    withMutableRow(slot) { row in
      for number in first..<changes.count {
        let change = changes[number]
        precondition(row.indices.contains(change.place), "a change is within its tally's value")
        guard let value = Word(exactly: change.value) else { return number }
        let (sum, overflows) = row[change.place].addingReportingOverflow(value)
        if overflows { return number }
        row[change.place] = sum
      }
      return changes.count
    }
  }

  private func range(_ slot: UInt32) -> Range<Int> {
    let start = (Int(slot) & ((1 << chunkBits) - 1)) * width
    return start..<start + width
  }

  @inline(__always)
  private mutating func withMutableRow<Result>(_ slot: UInt32, _ body: (inout MutableSpan<Word>) -> Result)
    -> Result
  {
    let range = range(slot)
    return chunks[Int(slot) >> chunkBits].withMutableSpan(of: range, body)
  }

  /// Whether all sums of `values` and a row fit the row.
  ///
  /// Without a branch inside the loop, so that many integers are looked at in one step. Where values are wider than the
  /// row, a sum that leaves even their range comes out far from the row's range and is noticed like any other.
  @inline(__always)
  private static func fits<Value: FixedWidthInteger & SignedInteger>(
    _ values: Span<Value>, _ row: Span<Word>
  ) -> Bool {
    // Both bounds in one: inside the loop none is left to be checked.
    precondition(values.count == row.count, "a value is as wide as its row")
    if Value.bitWidth > Word.bitWidth {
      var excess: Value = 0
      for place in 0..<row.count {
        let sum = Value(truncatingIfNeeded: row[place]) &+ values[place]
        excess |= sum ^ Value(truncatingIfNeeded: Word(truncatingIfNeeded: sum))
      }
      return excess == 0
    }
    var overflow: Word = 0
    for place in 0..<row.count {
      let value = Word(truncatingIfNeeded: values[place])
      let sum = row[place] &+ value
      overflow |= (sum ^ row[place]) & (sum ^ value)
    }
    return overflow >= 0
  }
}
