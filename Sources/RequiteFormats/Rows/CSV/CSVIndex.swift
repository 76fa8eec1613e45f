import CScan

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

  /// Indexes the bytes from `start`, where a row begins, to `end`.
  ///
  /// Behind `end` there must be 64 zeros.
  mutating func build(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) {
    reset(capacity: end - start)
    var quotes = CSVQuoteScan()
    var offset = start
    while offset < end && !isStray {
      let blocks = ScanMasks.blocks(for: end - offset)
      let found = cscan_find_csv(
        kernel.kernel, base + offset, blocks, separator,
        cscan_csv_masks(quotes: masks[0], ends: masks[1], line_feeds: masks[2], high: masks[3]))
      mark(found.marks | found.high, at: offset)
      resolve(&quotes, in: found.marks, of: blocks, base, from: offset, to: end)
      ends.append(masks[1], blocks: blocks, at: offset, kernel: kernel)
      rowEnds.append(masks[2], blocks: blocks, at: offset, kernel: kernel)
      offset += blocks * ScanMasks.blockSize
    }
    close()
  }

  /// Keeps the masks of those blocks of a batch that have quotes or bytes outside ASCII.
  private mutating func mark(_ blocks: UInt64, at offset: Int) {
    var left = blocks
    while left != 0 {
      let block = left.trailingZeroBitCount
      marked.append(special: masks[0][block], high: masks[3][block], at: offset + block * ScanMasks.blockSize)
      left &= left &- 1
    }
  }

  /// Takes the ends inside quotes out of the masks of a batch, and those behind a stray quote.
  ///
  /// Only blocks with quotes, and those in which a quote is open, are looked at. The zeros behind `end` set no bits.
  private mutating func resolve(
    _ quotes: inout CSVQuoteScan, in quoted: UInt64, of blocks: Int, _ base: UnsafePointer<UInt8>, from start: Int,
    to end: Int
  ) {
    let (quoteMasks, endMasks, lineFeedMasks) = (masks[0], masks[1], masks[2])
    var left = quoted
    var block = quotes.isPending ? 0 : left.trailingZeroBitCount
    var next = 0
    while block < blocks {
      if block > next { quotes.skip(ends: endMasks[block - 1]) }
      let offset = start + block * ScanMasks.blockSize
      let found = quotes.take(
        quotes: quoteMasks[block], ends: endMasks[block], lineFeeds: lineFeedMasks[block], text: base + offset,
        count: end - offset)
      if found.quotedLineFeeds != 0 { quotedLineFeeds.append(found.quotedLineFeeds, at: offset) }
      if found.doubledQuotes != 0 { doubledQuotes.append(found.doubledQuotes, at: offset) }
      endMasks[block] = found.ends
      lineFeedMasks[block] &= found.ends
      next = block + 1
      guard found.stray == 0 else { return drop(from: next, of: blocks) }
      left &= .max << UInt64(next)
      block = quotes.isPending ? next : left.trailingZeroBitCount
    }
    if next < blocks { quotes.skip(ends: endMasks[blocks - 1]) }
  }

  /// Stops the index: the blocks behind a stray quote are not used.
  private mutating func drop(from next: Int, of blocks: Int) {
    isStray = true
    for block in next..<blocks { (masks[1][block], masks[2][block]) = (0, 0) }
  }

  private mutating func reset(capacity count: Int) {
    if count > capacity {
      capacity = count + count / 4  // what is left of a row before varies from piece to piece
      quotedLineFeeds.reserve(capacity)
      doubledQuotes.reserve(capacity)
      marked.reserve(capacity / ScanMasks.blockSize + 2)
    }
    isStray = false
    ends.reset(capacity: capacity + 1 + columns)
    ends.append(0)
    rowEnds.reset(capacity: capacity)
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
