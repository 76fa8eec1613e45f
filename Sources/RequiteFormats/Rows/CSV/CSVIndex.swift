import CScan

/// Where the fields and rows of a piece of CSV begin and end, found 64 bytes at a time.
///
/// A bit mask of the quotes gives, by its running parity, the bytes inside quotes; separators and line feeds outside
/// are the ends of fields and rows. The parity is right as long as every quote stands where RFC 4180 allows one. The
/// masks tell that too: an opening quote must follow the end of a field, or a closing quote, which makes a doubled one;
/// what follows a closing quote must be the end of the field. At the first quote elsewhere the index stops, and the row
/// with it must be read by ``CSVStateMachine``.
struct CSVIndex: ~Copyable {
  /// The positions of separators and line feeds outside quotes, from entry 1.
  ///
  /// Entry 0 is room for the row before.
  private(set) var ends = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
  /// The entries in ``ends`` that are line feeds: the ends of complete rows.
  private(set) var rowEnds = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
  /// How many complete rows there are.
  private(set) var rowCount = 0
  /// Whether the row behind the complete ones has a stray quote.
  private(set) var isStray = false
  /// Line feeds inside quotes.
  var quotedLineFeeds = PositionList()
  /// Second halves of doubled quotes.
  var doubledQuotes = PositionList()
  /// Bytes outside ASCII.
  var highBytes = HighByteList()
  private var capacity = 0

  deinit {
    ends.deallocate()
    rowEnds.deallocate()
  }

  /// Indexes the bytes from `start`, where a row begins, to `end`.
  ///
  /// Behind `end` there must be 64 zeros.
  mutating func build(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int, separator: UInt8) {
    reserve(end - start + 2)
    rowCount = 0
    isStray = false
    quotedLineFeeds.removeAll()
    doubledQuotes.removeAll()
    highBytes.removeAll()
    index(base, from: start, to: end, separator: separator)
    quotedLineFeeds.close()
    doubledQuotes.close()
    highBytes.close()
  }

  /// The loop.
  ///
  /// All state that lives from block to block is in local variables. The zeros behind `end` set no bits.
  private mutating func index(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int, separator: UInt8) {
    var nextEnd = ends + 1
    var nextRowEnd = rowEnds
    var inside: UInt64 = 0  // all ones while a quote is open
    var behindEnd: UInt64 = 1  // 1 if the byte before the block ends a field or closes a quote
    var behindClosing: UInt64 = 0  // 1 if it closes a quote
    var offset = start
    while offset < end {
      let block = cscan_block(base + offset, separator)
      let interior = cscan_prefix_xor(block.quotes) ^ inside
      let opening = block.quotes & interior
      let closing = block.quotes & ~interior
      var structural = (block.separators | block.line_feeds) & ~interior

      let afterClosing = closing << 1 | behindClosing
      let afterEnd = (structural | closing) << 1 | behindEnd
      var stray = (opening & ~afterEnd) | (afterClosing & ~(structural | opening))
      if stray != 0 { stray = Self.confirmed(stray, in: base + offset, count: end - offset) }
      if stray != 0 { structural &= Self.below(stray) }

      var rows = structural & block.line_feeds
      while rows != 0 {
        let before = (structural & Self.below(rows)).nonzeroBitCount
        nextRowEnd.pointee = UInt32(truncatingIfNeeded: nextEnd - ends &+ before)
        nextRowEnd += 1
        rows &= rows &- 1
      }
      var bits = structural
      while bits != 0 {
        nextEnd.pointee = UInt32(truncatingIfNeeded: offset &+ bits.trailingZeroBitCount)
        nextEnd += 1
        bits &= bits &- 1
      }
      let quotedLineFeeds = block.line_feeds & interior
      if quotedLineFeeds != 0 { self.quotedLineFeeds.append(quotedLineFeeds, at: offset) }
      let doubled = opening & afterClosing
      if doubled != 0 { doubledQuotes.append(doubled, at: offset) }
      if block.high != 0 { highBytes.append(block.high, at: offset) }

      if stray != 0 {
        isStray = true
        break
      }
      inside = UInt64(bitPattern: Int64(bitPattern: interior) >> 63)
      behindEnd = (structural | closing) >> 63
      behindClosing = closing >> 63
      offset &+= 64
    }
    rowCount = nextRowEnd - rowEnds
  }

  /// Ones below the lowest bit of `mask`.
  @inline(__always)
  private static func below(_ mask: UInt64) -> UInt64 {
    (mask & (0 &- mask)) &- 1
  }

  /// Those bits of `stray` that are that indeed: not a CR between a closing quote and a line feed, which is a line end,
  /// and not the place behind a closing quote at the end of what is in memory.
  private static func confirmed(_ stray: UInt64, in block: UnsafePointer<UInt8>, count: Int) -> UInt64 {
    var left = stray
    var result = stray
    while left != 0 {
      let index = left.trailingZeroBitCount
      // Where the next byte is not in memory yet, the row is not complete and will be indexed again.
      let isLineEnd = index < count && block[index] == 0x0D && (index + 1 == count || block[index + 1] == 0x0A)
      if isLineEnd || index >= count { result &= ~(1 << UInt64(index)) }
      left &= left &- 1
    }
    return result
  }

  private mutating func reserve(_ count: Int) {
    guard count > capacity else { return }
    let count = count + count / 4  // what is left of a row before varies from piece to piece
    capacity = count
    ends.deallocate()
    rowEnds.deallocate()
    ends = .allocate(capacity: count)
    rowEnds = .allocate(capacity: count)
    quotedLineFeeds.reserve(count)
    doubledQuotes.reserve(count)
    highBytes.reserve(count / 64 + 2)
  }
}
