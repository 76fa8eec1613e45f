import CScan

/// What quotes mean for the separators and line feeds of a text, 64 bytes at a time.
///
/// The running parity of the mask of quotes gives the bytes inside quotes; separators and line feeds outside are the
/// ends of fields and rows. The parity is right as long as every quote stands where RFC 4180 allows one. The masks tell
/// that too: an opening quote must follow the end of a field, or a closing quote, which makes a doubled one; what
/// follows a closing quote must be the end of the field.
struct CSVQuoteScan {
  /// A block gone through.
  struct Block {
    /// Separators and line feeds outside quotes, up to the first stray quote.
    let ends: UInt64
    /// Line feeds inside quotes.
    let quotedLineFeeds: UInt64
    /// Second halves of doubled quotes.
    let doubledQuotes: UInt64
    /// Quotes that may not stand where they do, or what may not follow one.
    let stray: UInt64
  }

  /// All ones while a quote is open.
  private var inside: UInt64 = 0
  /// 1 if the byte before the block ends a field or closes a quote.
  private var behindEnd: UInt64 = 1
  /// 1 if it closes a quote.
  private var behindClosing: UInt64 = 0

  /// Whether a block without quotes may have ends that are none, or a stray byte.
  @inline(__always)
  var isPending: Bool {
    inside | behindClosing != 0
  }

  /// Steps over a block in which every end is one.
  @inline(__always)
  mutating func skip(ends: UInt64) {
    behindEnd = ends >> 63
  }

  /// Goes through a block, which begins at `offset` of the text in memory.
  mutating func take(quotes: UInt64, ends: UInt64, lineFeeds: UInt64, text: Bytes, offset: Int) -> Block {
    let interior = cscan_prefix_xor(quotes) ^ inside
    let opening = quotes & interior
    let closing = quotes & ~interior
    var structural = ends & ~interior

    let afterClosing = closing << 1 | behindClosing
    let afterEnd = (structural | closing) << 1 | behindEnd
    var stray = (opening & ~afterEnd) | (afterClosing & ~(structural | opening))
    if stray != 0 { stray = Self.confirmed(stray, in: text.part(from: offset, to: text.count)) }
    if stray != 0 { structural &= (stray & (0 &- stray)) &- 1 }  // ones below the lowest bit

    inside = UInt64(bitPattern: Int64(bitPattern: interior) >> 63)
    behindEnd = (structural | closing) >> 63
    behindClosing = closing >> 63
    return Block(
      ends: structural, quotedLineFeeds: lineFeeds & interior, doubledQuotes: opening & afterClosing, stray: stray)
  }

  /// Those bits of `stray` that are that indeed: not a CR between a closing quote and a line feed, which is a line end,
  /// and not the place behind a closing quote at the end of what is in memory.
  private static func confirmed(_ stray: UInt64, in text: Bytes) -> UInt64 {
    var left = stray
    var result = stray
    while left != 0 {
      let index = left.trailingZeroBitCount
      // Where the next byte is not in memory yet, the row is not complete and will be indexed again.
      let isLineEnd =
        index < text.count && text[index] == 0x0D && (index + 1 == text.count || text[index + 1] == 0x0A)
      if isLineEnd || index >= text.count { result &= ~(1 << UInt64(index)) }
      left &= left &- 1
    }
    return result
  }
}
