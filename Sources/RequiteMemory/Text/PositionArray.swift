import CScan

/// Places in a text, in rising order: written by a scan, a batch of masks at a time, then read at will.
///
///     positions.reset(capacity: 4096)
///     positions.append(masks, of: 1, blocks: 64, at: 0, kernel: .best)
///     positions.close(2)
///     positions[0]
///
/// Views of it, such as a row's ends and a cursor, must not be used after it is reset.
public struct PositionArray: ~Copyable {
  // A scan writes whole vectors: there is always room for its slack behind the capacity, also behind none.
  @usableFromInline private(set) var entries = UnsafeMutablePointer<UInt32>.allocate(capacity: slack)
  /// How many places there are.
  public private(set) var count = 0
  /// How many entries there are, the marks behind the places among them.
  @usableFromInline private(set) var end = 0
  private var capacity = 0

  private static let slack = Int(CSCAN_POSITIONS_SLACK)

  /// No places.
  public init() {}

  deinit {
    entries.deallocate()
  }

  /// Forgets all places and makes room for others; the number is an estimate that saves growing.
  public mutating func reset(capacity count: Int) {
    (self.count, end) = (0, 0)
    reserve(count)
  }

  /// Adds one place.
  public mutating func append(_ position: UInt32) {
    reserve(1)
    entries[count] = position
    count += 1
    end = count
  }

  /// Adds the places of the bits of the masks of one kind for the first blocks of a batch, counted from `offset`.
  public mutating func append(
    _ masks: borrowing ScanMasks, of kind: Int, blocks: Int, at offset: Int, kernel: ScanKernel
  ) {
    precondition(blocks >= 0 && blocks <= ScanMasks.batchSize, "a batch has no more blocks than masks")
    reserve(blocks * ScanMasks.blockSize)
    let position = UInt32(truncatingIfNeeded: offset)
    count += cscan_positions(kernel.kernel, masks.start(of: kind), blocks, position, entries + count)
    end = count
  }

  /// Puts `length` marks behind the places, greater than any of them, which do not count as places.
  public mutating func close(_ length: Int) {
    precondition(length >= 0, "there are no fewer marks than none")
    reserve(length)
    (entries + count).initialize(repeating: .max, count: length)
    end = count + length
  }

  /// A place; `nil` behind the last one.
  @inlinable
  @inline(__always)
  public func place(_ index: Int) -> Int? {
    index.isPlace(among: count) ? Int(entries[index]) : nil
  }

  /// A place, or a mark behind the places.
  @inlinable
  public subscript(index: Int) -> Int {
    @inline(__always)
    get {
      precondition(index.isPlace(among: end), "a place was asked for that is not there")
      return Int(entries[index])
    }
  }

  /// Sees to it that there is room for `more` entries behind the places.
  private mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(to: max(count + more, 2 * count)) }
  }

  private mutating func grow(to capacity: Int) {
    let old = entries
    entries = .allocate(capacity: capacity + Self.slack)
    entries.initialize(from: old, count: count)
    old.deallocate()
    self.capacity = capacity
  }
}
