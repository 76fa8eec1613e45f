/// Blocks of 64 bytes that have special bytes or bytes outside ASCII, and where those are.
///
/// Special are those that tell that a row must be looked at closely: quotes in CSV, backslashes and control characters
/// in JSON lines. A row without any is read the short way. Read from the front, row after row.
struct MarkedBlocks: ~Copyable {
  private struct Block: BitwiseCopyable {
    let offset: Int
    let special: UInt64
    let high: UInt64
  }

  private var blocks = PinnedList<Block>()
  private var cursor = 0

  mutating func removeAll() {
    blocks.removeAll()
    cursor = 0
  }

  /// Adds the block at `offset`.
  @inline(__always)
  mutating func append(special: UInt64, high: UInt64, at offset: Int) {
    blocks.append(Block(offset: offset, special: special, high: high))
  }

  /// Puts a mark behind the last block, so that reading needs no check for the end.
  mutating func close() {
    blocks.append(Block(offset: .max / 2, special: 1, high: 0))
  }

  /// The first special byte or byte outside ASCII at or behind `start`.
  ///
  /// Calls must come in the order of the rows.
  mutating func next(from start: Int) -> Int {
    while true {
      let block = blocks[cursor]
      let marks = (block.special | block.high) & Self.bits(from: start - block.offset)
      if marks != 0 { return block.offset + marks.trailingZeroBitCount }
      cursor += 1
    }
  }

  /// What there is in a row.
  struct Content {
    /// Whether there are special bytes.
    var isSpecial = false
    /// From the first byte outside ASCII to behind the last; empty if there is none.
    var high = 0..<0
  }

  /// What there is in `start..<end`, where `start` is what was given to ``next(from:)`` last, or lies behind it.
  func content(from start: Int, to end: Int) -> Content {
    var content = Content()
    var index = cursor
    while blocks[index].offset < end {
      let block = blocks[index]
      let range = Self.bits(from: start - block.offset) & ~Self.bits(from: end - block.offset)
      if block.special & range != 0 { content.isSpecial = true }
      let high = block.high & range
      if high != 0 {
        let first = content.high.isEmpty ? block.offset + high.trailingZeroBitCount : content.high.lowerBound
        content.high = first..<block.offset + 64 - high.leadingZeroBitCount
      }
      index += 1
    }
    return content
  }

  /// Ones from bit `start` on, which may be outside the word.
  @inline(__always)
  private static func bits(from start: Int) -> UInt64 {
    start <= 0 ? .max : start < 64 ? .max &<< UInt64(start) : 0
  }
}
