import CScan

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
  }

  /// Indexes the bytes from `start` to `end`, behind which there must be 64 zeros.
  mutating func build(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) {
    reset(capacity: end - start)
    var offset = start
    while offset < end {
      let blocks = ScanMasks.blocks(for: end - offset)
      let found = cscan_find_json(
        kernel.kernel, base + offset, blocks,
        cscan_json_masks(quotes: masks[0], line_feeds: masks[1], special: masks[2], high: masks[3]))
      mark(found.marks | found.high, at: offset)
      quotes.append(masks[0], blocks: blocks, at: offset, kernel: kernel)
      rowEnds.append(masks[1], blocks: blocks, at: offset, kernel: kernel)
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
      marked.append(special: masks[2][block], high: masks[3][block], at: offset + block * ScanMasks.blockSize)
      left &= left &- 1
    }
  }

  private mutating func reset(capacity count: Int) {
    if count > capacity {
      capacity = count + count / 4  // what is left of a line before varies from piece to piece
      marked.reserve(capacity / ScanMasks.blockSize + 2)
    }
    quotes.reset(capacity: capacity + 2)
    rowEnds.reset(capacity: capacity)
    marked.removeAll()
  }
}
