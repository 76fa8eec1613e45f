/// Where the lines and quotes of a piece of JSON lines are, found 64 bytes at a time.
///
/// A line feed cannot be part of an object, so lines need no look at quotes; and in a line without backslashes every
/// second quote ends a string.
struct JSONIndex: ~Copyable {
  /// All quotes.
  ///
  /// Two marks follow the last one.
  private(set) var quotes = PositionArray()
  /// All line feeds.
  private(set) var rowEnds = PositionArray()
  /// Blocks with backslashes, with control characters other than line feeds, or with bytes outside ASCII.
  var marked = MarkedBlocks()

  private let kernel: ScanKernel
  private let masks = ScanMasks()
  private var capacity = 0

  init(kernel: ScanKernel) {
    self.kernel = kernel
    quotes.close(2)
  }

  /// Indexes the bytes from `start` to the end of what is in memory.
  mutating func build(_ content: borrowing SlidingBytes, from start: Int) {
    let end = content.count
    reset(capacity: end - start)
    var offset = start
    while offset < end {
      let blocks = ScanMasks.blocks(for: end - offset)
      let found = kernel.findJSON(in: content, at: offset, blocks: blocks, masks: masks)
      mark(found.any, at: offset)
      quotes.append(masks, of: 0, blocks: blocks, at: offset, kernel: kernel)
      rowEnds.append(masks, of: 1, blocks: blocks, at: offset, kernel: kernel)
      offset += blocks * ScanMasks.blockSize
    }
    quotes.close(2)
    marked.close()
  }

  /// Keeps the masks of those blocks of a batch that have something special.
  private mutating func mark(_ blocks: UInt64, at offset: Int) {
    var left = blocks
    while left != 0 {
      let block = left.trailingZeroBitCount
      marked.append(special: masks[2, block], high: masks[3, block], at: offset + block * ScanMasks.blockSize)
      left &= left &- 1
    }
  }

  private mutating func reset(capacity count: Int) {
    // What is left of a line before varies from piece to piece.
    if count > capacity { capacity = count + count / 4 }
    // The last block is only partly text.
    quotes.reset(capacity: capacity + ScanMasks.blockSize + 2)
    rowEnds.reset(capacity: capacity + ScanMasks.blockSize)
    marked.removeAll()
  }
}
