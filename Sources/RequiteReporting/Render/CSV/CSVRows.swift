/// Rows of a small CSV file that we wrote ourselves, held in memory: RFC 4180 with LF.
///
/// Dumps never come here; they are read by the streaming readers of RequiteFormats.
enum CSVRows {
  /// All rows of `text`, quotes removed.
  ///
  /// The last row may end without LF.
  static func read(_ text: String) throws(MeasuresFault) -> [[String]] {
    var rows: [[String]] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      var row: [String] = []
      repeat {
        row.append(try field(&rest, row: rows.count + 1))
      } while try takeComma(&rest, row: rows.count + 1)
      rows.append(row)
    }
    return rows
  }

  /// Takes one field off the front of `rest` and leaves the comma or LF behind it.
  private static func field(_ rest: inout ArraySlice<UInt8>, row: Int) throws(MeasuresFault) -> String {
    guard rest.first == quote else {
      let plain = rest.prefix { $0 != comma && $0 != lineFeed }
      rest = rest.dropFirst(plain.count)
      guard !plain.contains(quote) else { throw MeasuresFault(row: row, message: "a quote inside a plain field") }
      return String(decoding: plain, as: UTF8.self)
    }
    rest.removeFirst()
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte != quote {
        bytes.append(byte)
      } else if rest.first == quote {
        bytes.append(rest.removeFirst())
      } else {
        return String(decoding: bytes, as: UTF8.self)
      }
    }
    throw MeasuresFault(row: row, message: "a quote is not closed")
  }

  /// Takes what separates fields or rows; whether another field of the row follows.
  private static func takeComma(_ rest: inout ArraySlice<UInt8>, row: Int) throws(MeasuresFault) -> Bool {
    switch rest.popFirst() {
    case comma: return true
    case lineFeed, nil: return false
    default: throw MeasuresFault(row: row, message: "text behind a closing quote")
    }
  }

  private static let quote: UInt8 = 0x22
  private static let comma: UInt8 = 0x2C
  private static let lineFeed: UInt8 = 0x0A
}
