import CScan

/// Places in a piece of text, in rising order: written by a scan, a batch of masks at a time, then read at will.
struct PositionArray: ~Copyable {
  /// The first entry.
  ///
  /// Stays where it is until more room is reserved.
  private(set) var start = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
  /// How many entries there are.
  private(set) var count = 0
  private var capacity = 0

  deinit {
    start.deallocate()
  }

  /// Makes room for `count` entries and forgets those there are.
  mutating func reset(capacity count: Int) {
    self.count = 0
    guard count > capacity else { return }
    start.deallocate()
    capacity = count
    start = .allocate(capacity: count + Int(CSCAN_POSITIONS_SLACK))
  }

  /// Adds one entry.
  mutating func append(_ position: UInt32) {
    start[count] = position
    count += 1
  }

  /// Adds the places of the bits of `masks`, counted from `offset`.
  mutating func append(
    _ masks: UnsafePointer<UInt64>, blocks: Int, at offset: Int, kernel: ScanKernel
  ) {
    count += cscan_positions(
      kernel.kernel, masks, blocks, UInt32(truncatingIfNeeded: offset), start + count)
  }

  /// Puts `length` marks behind the entries, greater than any of them, which do not count as entries.
  ///
  /// There must be room for them.
  func close(_ length: Int) {
    (start + count).update(repeating: .max, count: length)
  }

  @inline(__always)
  subscript(index: Int) -> Int {
    Int(start[index])
  }
}
