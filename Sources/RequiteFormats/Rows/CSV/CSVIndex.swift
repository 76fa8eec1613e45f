/// Where the fields and rows of a piece of CSV begin and end, found 64 bytes at a time.
///
/// In most blocks there is no quote, and every separator and line feed is an end; the others are gone through by
/// ``CSVQuoteScan``. At the first stray quote the index stops, and the row with it must be read by ``CSVStateMachine``.
struct CSVIndex: ~Copyable {
  /// The positions of separators and line feeds outside quotes, from entry 1.
  ///
  /// Entry 0 is room for the row before. As many marks as the header has columns follow the last entry.
  private(set) var ends = PositionArray()
  /// Those of them that are line feeds: the ends of complete rows.
  private(set) var rowEnds = PositionArray()
  /// Whether the row behind the complete ones has a stray quote.
  private(set) var isStray = false
  /// Line feeds inside quotes.
  var quotedLineFeeds = PositionList()
  /// Second halves of doubled quotes.
  var doubledQuotes = PositionList()
  /// Blocks with quotes or bytes outside ASCII.
  var marked = MarkedBlocks()

  private let kernel: ScanKernel
  private let separator: UInt8
  private let columns: Int
  private let masks = ScanMasks()
  private var capacity = 0

  /// An index of rows with `columns` fields.
  init(separator: UInt8, columns: Int, kernel: ScanKernel) {
    self.separator = separator
    self.columns = columns
    self.kernel = kernel
  }

  /// Indexes the bytes from `start`, where a row begins, to the end of what is in memory.
  mutating func build(_ content: borrowing SlidingBytes, from start: Int) {
    let end = content.count
    reset(capacity: end - start)
    var quotes = CSVQuoteScan()
    var offset = start
    while offset < end && !isStray {
      let blocks = ScanMasks.blocks(for: end - offset)
      let found = kernel.findCSV(in: content, at: offset, blocks: blocks, separator: separator, masks: masks)
      mark(found.any, at: offset)
      resolve(&quotes, in: found.marks, of: blocks, content.bytes, from: offset)
      ends.append(masks, of: 1, blocks: blocks, at: offset, kernel: kernel)
      rowEnds.append(masks, of: 2, blocks: blocks, at: offset, kernel: kernel)
      offset += blocks * ScanMasks.blockSize
    }
    close()
  }

  /// Keeps the masks of those blocks of a batch that have quotes or bytes outside ASCII.
  private mutating func mark(_ blocks: UInt64, at offset: Int) {
    var left = blocks
    while left != 0 {
      let block = left.trailingZeroBitCount
      marked.append(special: masks[0, block], high: masks[3, block], at: offset + block * ScanMasks.blockSize)
      left &= left &- 1
    }
  }

  /// Takes the ends inside quotes out of the masks of a batch, and those behind a stray quote.
  ///
  /// Only blocks with quotes, and those in which a quote is open, are looked at. The zeros behind `end` set no bits.
  private mutating func resolve(
    _ quotes: inout CSVQuoteScan, in quoted: UInt64, of blocks: Int, _ text: Bytes, from start: Int
  ) {
    var left = quoted
    var block = quotes.isPending ? 0 : left.trailingZeroBitCount
    var next = 0
    while block < blocks {
      if block > next { quotes.skip(ends: masks[1, block - 1]) }
      let offset = start + block * ScanMasks.blockSize
      let found = quotes.take(
        quotes: masks[0, block], ends: masks[1, block], lineFeeds: masks[2, block], text: text, offset: offset)
      if found.quotedLineFeeds != 0 { quotedLineFeeds.append(found.quotedLineFeeds, at: offset) }
      if found.doubledQuotes != 0 { doubledQuotes.append(found.doubledQuotes, at: offset) }
      masks[1, block] = found.ends
      masks[2, block] &= found.ends
      next = block + 1
      guard found.stray == 0 else { return drop(from: next, of: blocks) }
      left &= .max << UInt64(next)
      block = quotes.isPending ? next : left.trailingZeroBitCount
    }
    if next < blocks { quotes.skip(ends: masks[1, blocks - 1]) }
  }

  /// Stops the index: the blocks behind a stray quote are not used.
  private mutating func drop(from next: Int, of blocks: Int) {
    isStray = true
    for block in next..<blocks { (masks[1, block], masks[2, block]) = (0, 0) }
  }

  private mutating func reset(capacity count: Int) {
    // What is left of a row before varies from piece to piece.
    if count > capacity { capacity = count + count / 4 }
    isStray = false
    // The last block is only partly text.
    ends.reset(capacity: capacity + ScanMasks.blockSize + 1 + columns)
    ends.append(0)
    rowEnds.reset(capacity: capacity + ScanMasks.blockSize)
    quotedLineFeeds.removeAll()
    doubledQuotes.removeAll()
    marked.removeAll()
  }

  private mutating func close() {
    ends.close(columns)
    quotedLineFeeds.close()
    doubledQuotes.close()
    marked.close()
  }
}
