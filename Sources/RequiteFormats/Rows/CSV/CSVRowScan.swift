/// One row, read byte by byte out of a buffer that is refilled as needed.
///
/// A row within the limit stays in the buffer. Of a longer one the rest is read and dropped, so that memory stays
/// bounded, unless a quote is open where the limit is passed: then nothing tells where the row ends, and the dump is
/// refused.
struct CSVRowScan {
  private(set) var machine: CSVStateMachine
  /// Behind the row's line feed.
  private(set) var position: Int
  /// The row's first byte in the buffer.
  ///
  /// Means nothing once the row is too long.
  private(set) var start: Int
  /// The row's first byte in the dump.
  let byteOffset: Int
  /// Bytes of the row, without its line end.
  private(set) var byteLength = 0
  /// Line feeds, the one that ends the row included.
  private(set) var lineFeeds = 0
  /// Whether the row is longer than the limit.
  private(set) var isTooLong = false

  private let line: Int
  private let limit: Int
  private var quoteLine: Int
  private var lastByte: UInt8 = 0

  init(_ buffer: borrowing RowBuffer, from start: Int, line: Int, separator: UInt8, limit: Int) {
    self.start = start
    self.line = line
    self.limit = limit
    byteOffset = buffer.origin + start
    position = start
    quoteLine = line
    machine = CSVStateMachine(separator: separator)
  }

  /// The row, which must not be too long.
  func row(in buffer: borrowing RowBuffer) -> Bytes {
    buffer.text.part(from: start, to: start + byteLength)
  }

  /// Goes to the end of the row.
  ///
  /// - Throws: ``LayoutFailure`` for a quote that stays open, and what the stream throws.
  mutating func run(_ buffer: inout RowBuffer) throws {
    while true {
      let text = buffer.text
      while position < text.count {
        if try take(text[position]) { return }
      }
      guard !buffer.isAtEnd else { throw LayoutFailure(.openQuote, line: quoteLine) }
      try refill(&buffer)
    }
  }

  /// Takes one byte and tells whether it ended the row.
  private mutating func take(_ byte: UInt8) throws -> Bool {
    let step = machine.step(byte)
    position += 1
    if machine.state == .quoted && step == .notation { quoteLine = line + lineFeeds }
    if byte == 0x0A { lineFeeds += 1 }
    if step == .rowEnd {
      if lastByte == 0x0D { byteLength -= 1 }
      return true
    }
    lastByte = byte
    byteLength += 1
    if byteLength > limit && !isTooLong {
      guard machine.state != .quoted else { throw LayoutFailure(.openQuote, line: quoteLine) }
      isTooLong = true
    }
    return false
  }

  private mutating func refill(_ buffer: inout RowBuffer) throws {
    let kept = isTooLong ? position : start
    try buffer.refill(keepingFrom: kept)
    position -= kept
    start = 0
  }
}
