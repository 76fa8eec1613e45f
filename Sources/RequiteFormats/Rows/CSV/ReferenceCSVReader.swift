/// What ``RowReader`` must give for the rows of a CSV text, by the ``CSVStateMachine`` alone: slow, plain, for tests.
package struct ReferenceCSVReader {
  /// A row as it should be.
  package struct Record: Equatable {
    package let line: Int
    package let lineSpan: Int
    package let byteOffset: Int
    package let byteLength: Int
    package let fault: RowFault?
    /// All fields; none in a faulty row.
    package let fields: [[UInt8]]

    package init(
      line: Int, lineSpan: Int, byteOffset: Int, byteLength: Int, fault: RowFault?, fields: [[UInt8]]
    ) {
      self.line = line
      self.lineSpan = lineSpan
      self.byteOffset = byteOffset
      self.byteLength = byteLength
      self.fault = fault
      self.fields = fields
    }
  }

  let separator: UInt8
  let limits: RowLimits
  let columns: Int

  /// A reader of rows with `columns` fields.
  package init(separator: Separator, limits: RowLimits, columns: Int) {
    self.separator = separator.rawValue
    self.limits = limits
    self.columns = columns
  }

  /// Reads all rows of `text`, before which there are `line` lines and `offset` bytes, up to the first failure.
  package func read(_ text: [UInt8], line: Int, offset: Int) -> (records: [Record], failure: LayoutFailure?) {
    let text = text.last.map { $0 == 0x0A } ?? true ? text : text + [0x0A]
    var records: [Record] = []
    var line = line
    var start = 0
    while start < text.count {
      do throws(LayoutFailure) {
        var row = ReferenceRow(line: line + 1, byteOffset: offset + start, separator: separator)
        while try !row.take(text, at: start, limits: limits) { start += 1 }
        start += 1
        let record = try row.record(limits: limits, columns: columns)
        line += record.lineSpan
        if record.byteLength > 0 { records.append(record) }
      } catch {
        return (records, error)
      }
    }
    return (records, nil)
  }
}

/// A row while its bytes come in.
private struct ReferenceRow {
  let line: Int
  let byteOffset: Int
  var machine: CSVStateMachine
  var bytes: [UInt8] = []
  var fields: [[UInt8]] = [[]]
  /// The lengths of the fields as they are written.
  var lengths = [0]
  var lineFeeds = 0
  var quoteLine: Int
  var lastStep = CSVStateMachine.Step.rowEnd

  init(line: Int, byteOffset: Int, separator: UInt8) {
    self.line = line
    self.byteOffset = byteOffset
    quoteLine = line
    machine = CSVStateMachine(separator: separator)
  }

  /// Takes one byte and tells whether it ended the row.
  mutating func take(_ text: [UInt8], at index: Int, limits: RowLimits) throws(LayoutFailure) -> Bool {
    guard index < text.count else { throw LayoutFailure(.openQuote, line: quoteLine) }
    let byte = text[index]
    let step = machine.step(byte)
    if machine.state == .quoted && step == .notation { quoteLine = line + lineFeeds }
    if byte == 0x0A { lineFeeds += 1 }
    if step == .rowEnd { return true }
    bytes.append(byte)
    if step == .fieldEnd {
      fields.append([])
      lengths.append(0)
    } else {
      lengths[lengths.count - 1] += 1
      if step == .content { fields[fields.count - 1].append(byte) }
    }
    lastStep = step
    if bytes.count == limits.record + 1 && machine.state == .quoted {
      throw LayoutFailure(.openQuote, line: quoteLine)
    }
    return false
  }

  mutating func record(limits: RowLimits, columns: Int) throws(LayoutFailure) -> ReferenceCSVReader.Record {
    let isTooLong = bytes.count > limits.record
    if bytes.last == 0x0D {
      bytes.removeLast()
      lengths[lengths.count - 1] -= 1
      if lastStep == .content { fields[fields.count - 1].removeLast() }
    }
    let fault = bytes.isEmpty ? nil : try fault(limits: limits, columns: columns, isTooLong: isTooLong)
    return ReferenceCSVReader.Record(
      line: line, lineSpan: lineFeeds, byteOffset: byteOffset, byteLength: bytes.count, fault: fault,
      fields: fault == nil ? fields : [])
  }

  private func fault(limits: RowLimits, columns: Int, isTooLong: Bool) throws(LayoutFailure) -> RowFault? {
    if let fault = structuralFault(columns: columns, isTooLong: isTooLong) {
      if machine.hasLoneReturn { throw LayoutFailure(.lineEnds, line: line) }
      return fault
    }
    if lengths.contains(where: { $0 > limits.field }) { return .tooLong }
    return bytes.withField { UTF8Check.firstFault(in: $0) }.map { .encoding(offset: $0) }
  }

  private func structuralFault(columns: Int, isTooLong: Bool) -> RowFault? {
    if isTooLong { return .tooLong }
    if let column = machine.strayColumn { return .strayQuote(column: column) }
    return fields.count == columns ? nil : .fieldCount(found: fields.count, expected: columns)
  }
}
