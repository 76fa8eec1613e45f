/// The first row of a CSV text, and all the reasons why it may not be one.
struct CSVHeader {
  /// Where the row behind the header begins in the buffer.
  private(set) var end = 0
  /// The lines gone through.
  private(set) var counts = RowCounts()

  private let shape: CSVShape
  private var separator: Separator { shape.separator }
  private let limits: RowLimits

  init(shape: CSVShape, limits: RowLimits) {
    self.shape = shape
    self.limits = limits
  }

  /// Reads the names, and whatever else stands before the data.
  ///
  /// Blank lines before them are stepped over.
  mutating func read(_ start: TextStart, of buffer: inout RowBuffer) throws -> ColumnNames {
    if shape.headerRow == 1 { try refuseOtherContent(start) }
    end = start.markLength
    var names = ColumnNames(names: shape.names)
    for number in 0..<shape.leadingRows {
      let row = try nextRow(number + 1, of: &buffer)
      if number + 1 == shape.headerRow { names = row }
    }
    return names
  }

  /// Reads one of the rows before the data.
  private mutating func nextRow(_ number: Int, of buffer: inout RowBuffer) throws -> ColumnNames {
    while true {
      if end == buffer.count {
        guard !buffer.isAtEnd else { throw LayoutFailure(.noHeader) }
        try buffer.refill(keepingFrom: end)
        end = 0
        continue
      }
      let line = counts.lines + 1
      var scan = CSVRowScan(buffer, from: end, line: line, separator: separator.rawValue, limit: limits.record)
      try scan.run(&buffer)
      end = scan.position
      guard !scan.isTooLong else { throw LayoutFailure(.headerTooLong, line: line) }
      if scan.byteLength == 0 {
        _ = counts.take(lineSpan: 1, isBlank: true)
        continue
      }
      counts.takeHeader(lineSpan: scan.lineFeeds)
      if number == shape.mark?.row { try checkMark(scan, of: buffer, line: line) }
      return number == shape.headerRow ? try names(scan, of: buffer, line: line) : ColumnNames(names: [])
    }
  }

  private func checkMark(_ scan: CSVRowScan, of buffer: borrowing RowBuffer, line: Int) throws {
    guard let text = shape.mark?.text, !scan.row(in: buffer).string.contains(text) else { return }
    throw LayoutFailure(.missingMark(text), line: line)
  }

  private func refuseOtherContent(_ start: TextStart) throws {
    switch start.firstByte {
    case UInt8(ascii: "<"): throw LayoutFailure(.looksLikeHTML)
    case UInt8(ascii: "{"), UInt8(ascii: "["): throw LayoutFailure(.looksLikeJSON)
    case UInt8(ascii: "#") where !shape.takesAnyNames: throw LayoutFailure(.commentLine)
    default: if start.begins(with: "sep=") { throw LayoutFailure(.separatorLine) }
    }
  }

  private func names(_ scan: CSVRowScan, of buffer: borrowing RowBuffer, line: Int) throws -> ColumnNames {
    if scan.machine.hasLoneReturn { throw LayoutFailure(.lineEnds, line: line) }
    if scan.machine.strayColumn != nil { throw LayoutFailure(.headerQuote, line: line) }
    let row = scan.row(in: buffer)
    if UTF8Check.firstFault(in: row) != nil { throw LayoutFailure(.headerEncoding, line: line) }
    let columns = ColumnNames(names: CSVFields.split(row, separator: separator.rawValue))
    try check(columns, line: line)
    return columns
  }

  private func check(_ columns: ColumnNames, line: Int) throws {
    guard columns.names.count <= limits.columns else { throw LayoutFailure(.headerTooLong, line: line) }
    if columns.names.count == 1, let other = otherSeparator(in: columns.names[0]) {
      throw LayoutFailure(.otherSeparator(other), line: line)
    }
    if shape.takesAnyNames { return }
    if let column = columns.names.firstIndex(where: { $0.utf8.contains { $0 < 0x20 || $0 == 0x7F } }) {
      throw LayoutFailure(.headerControl(column: column + 1), line: line)
    }
    if let twice = columns.duplicate {
      throw LayoutFailure(.duplicateColumn(name: twice.name, first: twice.first, second: twice.second), line: line)
    }
  }

  private func otherSeparator(in name: String) -> Separator? {
    Separator.allCases.first { $0 != separator && name.utf8.contains($0.rawValue) }
  }
}
