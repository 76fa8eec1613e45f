/// Which bytes are outside ASCII, as masks of the blocks that have any.
///
/// Read from the front, row after row.
struct HighByteList: ~Copyable {
  private var blocks = UnsafeMutablePointer<(offset: Int, mask: UInt64)>.allocate(capacity: 1)
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

  mutating func append(_ mask: UInt64, at offset: Int) {
    blocks[count] = (offset, mask)
    count += 1
  }

  /// Puts a mark behind the last block, so that reading needs no check for the end.
  mutating func close() {
    blocks[count] = (.max / 2, 0)
  }

  /// The first position outside ASCII in `start..<end`.
  ///
  /// Calls must come in the order of the rows.
  @inline(__always)
  mutating func first(from start: Int, to end: Int) -> Int? {
    while blocks[cursor].offset + 64 <= start { cursor += 1 }
    guard blocks[cursor].offset < end else { return nil }
    return search(from: start, to: end)
  }

  private func search(from start: Int, to end: Int) -> Int? {
    var index = cursor
    while blocks[index].offset < end {
      let (offset, mask) = blocks[index]
      let wanted = start > offset ? mask & (UInt64.max << UInt64(start - offset)) : mask
      if wanted != 0 {
        let position = offset + wanted.trailingZeroBitCount
        return position < end ? position : nil
      }
      index += 1
    }
    return nil
  }
}
