/// Positions in rising order, read from the front once, row after row.
struct PositionList: ~Copyable {
  private var positions = PinnedList<UInt32>()
  private var cursor = 0

  mutating func removeAll() {
    positions.removeAll()
    cursor = 0
  }

  /// Adds the positions of the bits of `mask`, counted from `offset`.
  mutating func append(_ mask: UInt64, at offset: Int) {
    var mask = mask
    while mask != 0 {
      positions.append(UInt32(truncatingIfNeeded: offset + mask.trailingZeroBitCount))
      mask &= mask &- 1
    }
  }

  /// Puts a mark behind the last position, so that reading needs no check for the end.
  mutating func close() {
    positions.append(.max)
  }

  /// Steps over the positions before `end` and tells how many there were.
  @inline(__always)
  mutating func skip(before end: Int) -> Int {
    let start = cursor
    while Int(positions[cursor]) < end { cursor += 1 }
    return cursor - start
  }
}
