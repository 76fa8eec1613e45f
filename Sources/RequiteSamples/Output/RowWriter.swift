/// How a dump writes its rows.
enum RowFormat: String, Sendable {
  /// A header line, then comma-separated fields.
  case csv
  /// An object a line; empty fields are left out.
  case jsonl
}

/// Writes rows as bytes, field after field in the order of the columns.
///
/// - Complexity: about 10 ns a field; no allocation beyond the growing buffer.
struct RowWriter {
  /// Everything written so far.
  private(set) var bytes: [UInt8] = []
  private let format: RowFormat
  private let columns: [[UInt8]]
  private var column = 0
  private var isFirstMember = true
  private var days = DayLabels()

  /// Begins a dump; comma-separated ones with their header.
  init(_ format: RowFormat, columns names: [String], capacity: Int) {
    self.format = format
    bytes.reserveCapacity(capacity)
    switch format {
    case .csv:
      columns = names.map { Array($0.utf8) }
      bytes += Array(names.joined(separator: ",").utf8)
      bytes.append(.lineFeed)
    case .jsonl:
      columns = names.map { Array("\"\($0)\":".utf8) }
    }
  }

  /// A field without content.
  mutating func empty() {
    if format == .csv { separate() }
    column += 1
  }

  /// A word that needs neither quotes nor escapes.
  mutating func word(_ word: [UInt8]) {
    compose { $0 += word }
  }

  /// A word made of parts that need neither quotes nor escapes.
  mutating func compose(_ body: (inout [UInt8]) -> Void) {
    open()
    if format == .jsonl { bytes.append(.quote) }
    body(&bytes)
    if format == .jsonl { bytes.append(.quote) }
    column += 1
  }

  /// Yes or no; without quotes where the format knows truth.
  mutating func truth(_ truth: Bool) {
    open()
    bytes += truth ? RowWriter.yes : RowWriter.no
    column += 1
  }

  /// A whole number.
  mutating func number(_ number: Int) {
    open()
    bytes.append(decimal: number)
    column += 1
  }

  /// A number in hundredths, 0 or more, with two decimals.
  mutating func hundredths(_ number: Int) {
    open()
    bytes.append(decimal: number / 100)
    bytes.append(.point)
    bytes.append(decimal: number % 100, width: 2)
    column += 1
  }

  /// A moment in seconds since 1970, as RFC 3339 in UTC.
  mutating func instant(_ seconds: Int64) {
    let day = days.label(of: seconds / 86_400)
    let second = Int(seconds % 86_400)
    compose { bytes in
      bytes += day
      bytes.append(.letterT)
      bytes.append(decimal: second / 3600, width: 2)
      bytes.append(.colon)
      bytes.append(decimal: second / 60 % 60, width: 2)
      bytes.append(.colon)
      bytes.append(decimal: second % 60, width: 2)
      bytes.append(.letterZ)
    }
  }

  /// Free text; empty text is an empty field.
  mutating func text(_ text: [UInt8]) {
    if text.isEmpty { return empty() }
    open()
    switch format {
    case .csv: bytes.append(commaSeparated: text)
    case .jsonl: bytes.append(jsonString: text)
    }
    column += 1
  }

  /// Ends the row.
  mutating func endRow() {
    precondition(column == columns.count, "A row has a field for every column.")
    if format == .jsonl { bytes.append(.closingBrace) }
    bytes.append(.lineFeed)
    column = 0
    isFirstMember = true
  }

  private static let yes = Array("true".utf8)
  private static let no = Array("false".utf8)

  private mutating func open() {
    separate()
    if format == .jsonl { bytes += columns[column] }
  }

  private mutating func separate() {
    switch format {
    case .csv:
      if column > 0 { bytes.append(.comma) }
    case .jsonl:
      bytes.append(isFirstMember ? .openingBrace : .comma)
      isFirstMember = false
    }
  }
}
