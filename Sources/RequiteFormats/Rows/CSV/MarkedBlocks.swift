/// Blocks of 64 bytes that have quotes or bytes outside ASCII, and where those are.
///
/// A row without any of them is plain: its fields are what lies between its separators. Read from the front, row after
/// row.
struct MarkedBlocks: ~Copyable {
  private struct Block {
    let offset: Int
    let quotes: UInt64
    let high: UInt64
  }

  private var blocks = UnsafeMutablePointer<Block>.allocate(capacity: 1)
  private var count = 0
  private var cursor = 0

  deinit {
    blocks.deallocate()
  }

  /// Makes room for `capacity` blocks and forgets those there are.
  mutating func reserve(_ capacity: Int) {
    blocks.deallocate()
    blocks = .allocate(capacity: capacity + 1)
    removeAll()
  }

  mutating func removeAll() {
    count = 0
    cursor = 0
  }

  /// Adds the block at `offset`.
  @inline(__always)
  mutating func append(quotes: UInt64, high: UInt64, at offset: Int) {
    (blocks + count).initialize(to: Block(offset: offset, quotes: quotes, high: high))
    count += 1
  }

  /// Puts a mark behind the last block, so that reading needs no check for the end.
  mutating func close() {
    (blocks + count).initialize(to: Block(offset: .max / 2, quotes: 0, high: 1))
  }

  /// The first quote or byte outside ASCII at or behind `start`: every row that ends before is plain.
  ///
  /// Calls must come in the order of the rows.
  mutating func next(from start: Int) -> Int {
    while true {
      let block = blocks[cursor]
      let marks = (block.quotes | block.high) & Self.bits(from: start - block.offset)
      if marks != 0 { return block.offset + marks.trailingZeroBitCount }
      cursor += 1
    }
  }

  /// From the first byte outside ASCII in `start..<end` to behind the last.
  ///
  /// `start` must be what was given to ``next(from:)`` last, or behind it.
  func high(from start: Int, to end: Int) -> Range<Int>? {
    var (first, last) = (Int.max, 0)
    var index = cursor
    while blocks[index].offset < end {
      let block = blocks[index]
      let bits = block.high & Self.bits(from: start - block.offset) & ~Self.bits(from: end - block.offset)
      if bits != 0 {
        first = min(first, block.offset + bits.trailingZeroBitCount)
        last = block.offset + 63 - bits.leadingZeroBitCount
      }
      index += 1
    }
    return first <= last ? first..<last + 1 : nil
  }

  /// Ones from bit `start` on, which may be outside the word.
  @inline(__always)
  private static func bits(from start: Int) -> UInt64 {
    start <= 0 ? .max : start < 64 ? .max &<< UInt64(start) : 0
  }
}
