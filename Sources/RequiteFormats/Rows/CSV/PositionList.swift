/// Positions in rising order, read from the front once, row after row.
struct PositionList: ~Copyable {
  private var positions = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
  private var count = 0
  private var cursor = 0

  deinit {
    positions.deallocate()
  }

  /// Makes room for `capacity` positions and forgets those there are.
  mutating func reserve(_ capacity: Int) {
    positions.deallocate()
    positions = .allocate(capacity: capacity + 1)
    removeAll()
  }

  mutating func removeAll() {
    count = 0
    cursor = 0
  }

  /// Adds the positions of the bits of `mask`, counted from `offset`.
  mutating func append(_ mask: UInt64, at offset: Int) {
    var mask = mask
    while mask != 0 {
      positions[count] = UInt32(truncatingIfNeeded: offset + mask.trailingZeroBitCount)
      count += 1
      mask &= mask &- 1
    }
  }

  /// Puts a mark behind the last position, so that reading needs no check for the end.
  mutating func close() {
    positions[count] = .max
  }

  /// Steps over the positions before `end` and tells how many there were.
  @inline(__always)
  mutating func skip(before end: Int) -> Int {
    let start = cursor
    while Int(positions[cursor]) < end { cursor += 1 }
    return cursor - start
  }
}
