/// Room for the masks of one batch of blocks: which of 64 bytes are of a kind, for four kinds.
///
/// A batch is small enough for its masks to stay in the first-level cache, and large enough that the call for it costs
/// nothing.
public struct ScanMasks: ~Copyable {
  /// Bytes of a block.
  @inlinable public static var blockSize: Int { 64 }
  /// Blocks of a batch.
  @inlinable public static var batchSize: Int { 64 }
  @inlinable static var kinds: Int { 4 }

  @usableFromInline let words: UnsafeMutablePointer<UInt64>

  /// Masks without bits.
  public init() {
    words = .allocate(capacity: Self.kinds * Self.batchSize)
    words.initialize(repeating: 0, count: Self.kinds * Self.batchSize)
  }

  deinit {
    words.deallocate()
  }

  /// The mask of one kind for one block.
  @inlinable
  public subscript(kind: Int, block: Int) -> UInt64 {
    @inline(__always) get { start(of: kind)[checked(block)] }
    @inline(__always) nonmutating set { start(of: kind)[checked(block)] = newValue }
  }

  /// How many blocks of a batch `count` bytes need.
  public static func blocks(for count: Int) -> Int {
    min(batchSize, (count + blockSize - 1) / blockSize)
  }

  /// The masks of one kind, a mask for each block of a batch.
  @inlinable
  @inline(__always)
  func start(of kind: Int) -> UnsafeMutablePointer<UInt64> {
    precondition(kind >= 0 && kind < Self.kinds, "masks have four kinds")
    return words + kind &* Self.batchSize
  }

  /// One comparison for both ends, as a negative block is a great one without its sign.
  @inlinable
  @inline(__always)
  func checked(_ block: Int) -> Int {
    precondition(block.isPlace(among: Self.batchSize), "a batch has no such block")
    return block
  }
}
