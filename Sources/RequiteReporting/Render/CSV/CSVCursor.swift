/// Reads the fields of a CSV file that we wrote ourselves and that lies in memory: RFC 4180 with LF.
///
/// It knows where it stands and is given the file with each call, so that the file's bytes are never copied or counted.
///
/// Dumps never come here; they are read by the streaming readers of RequiteFormats.
struct CSVCursor {
  /// A field, its outer quotes removed.
  struct Field {
    /// Where it stands in the file.
    let range: Range<Int>
    /// Whether quotes inside stand twice.
    let hasQuotes: Bool
  }

  private var position = 0
  /// The row, counted from 1 with the header.
  private(set) var row = 1
  /// How many fields of the row have been read.
  private var fields = 0

  /// Whether nothing follows; the last row may end without LF.
  func isAtEnd(of bytes: Span<UInt8>) -> Bool { position == bytes.count }

  /// Begins the next row.
  mutating func beginRow() {
    row += 1
    fields = 0
  }

  /// Takes a field and leaves the comma or LF behind it.
  mutating func field(of bytes: Span<UInt8>) throws(MeasuresFault) -> Field {
    fields += 1
    if position < bytes.count, bytes[position] == quote { return try quotedField(of: bytes) }
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == comma || byte == lineFeed { break }
      guard byte != quote else { throw fault("a quote inside a plain field") }
      position += 1
    }
    return Field(range: start..<position, hasQuotes: false)
  }

  private mutating func quotedField(of bytes: Span<UInt8>) throws(MeasuresFault) -> Field {
    position += 1
    let start = position
    var hasQuotes = false
    while position < bytes.count {
      if bytes[position] == quote {
        let isDoubled = position + 1 < bytes.count && bytes[position + 1] == quote
        guard isDoubled else {
          position += 1
          return Field(range: start..<position - 1, hasQuotes: hasQuotes)
        }
        hasQuotes = true
        position += 1
      }
      position += 1
    }
    throw fault("a quote is not closed")
  }

  /// Takes what separates fields or rows; whether another field of the row follows.
  mutating func takeComma(in bytes: Span<UInt8>) throws(MeasuresFault) -> Bool {
    guard position < bytes.count else { return false }
    let byte = bytes[position]
    guard byte == comma || byte == lineFeed else { throw fault("text behind a closing quote") }
    position += 1
    return byte == comma
  }

  /// What is wrong with the row being read.
  func fault(_ message: String) -> MeasuresFault {
    MeasuresFault(row: row, message: message)
  }

  /// The row has another number of fields than it should; all of them have been read.
  func wrongNumberOfFields(needed: Int) -> MeasuresFault {
    fault("\(fields) fields instead of \(needed)")
  }
}

private let quote: UInt8 = 0x22
private let comma: UInt8 = 0x2C
private let lineFeed: UInt8 = 0x0A
