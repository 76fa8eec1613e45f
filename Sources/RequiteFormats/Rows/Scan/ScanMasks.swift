/// Room for the masks of one batch of blocks: which of 64 bytes are of a kind, for four kinds.
///
/// A batch is small enough for its masks to stay in the first-level cache, and large enough that the call for it costs
/// nothing.
struct ScanMasks: ~Copyable {
  /// Bytes of a block.
  static let blockSize = 64
  /// Blocks of a batch.
  static let batchSize = 64

  private let start = UnsafeMutablePointer<UInt64>.allocate(capacity: 4 * batchSize)

  deinit {
    start.deallocate()
  }

  /// The masks of one kind, a mask for each block.
  subscript(kind: Int) -> UnsafeMutablePointer<UInt64> {
    start + kind * Self.batchSize
  }

  /// How many blocks of a batch `count` bytes need.
  static func blocks(for count: Int) -> Int {
    min(batchSize, (count + blockSize - 1) / blockSize)
  }
}
