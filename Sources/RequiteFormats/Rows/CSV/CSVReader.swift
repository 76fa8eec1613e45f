/// Reads the rows of a CSV text by its ``CSVIndex``, and those with stray quotes by the ``CSVStateMachine``.
struct CSVReader: ~Copyable {
  /// The names in the first row.
  let columns: ColumnNames
  /// Physical lines, rows and blank lines so far.
  private(set) var counts = RowCounts()

  private var buffer: RowBuffer
  private let separator: UInt8
  private let padsRows: Bool
  private let footer: [UInt8]
  private let limits: RowLimits
  private let columnCount: Int
  /// Rows up to this length need no look at the lengths of their fields.
  private var plainLimit: Int
  private var index: CSVIndex
  /// The next complete row in the index, and its first entry there.
  private var nextRow = 0
  private var nextEntry = 1
  /// Where the next row begins in the buffer.
  private var rowStart: Int
  /// The next quote or byte outside ASCII in the buffer: a row with one is not plain.
  private var nextMarked = 0
  private var slot = RowSlot(columns: [])
  /// The fields of the current row that have doubled quotes.
  private let resolved = ByteArena()
  /// Whether the footer was met.
  private var isFinished = false

  /// Reads the header.
  init(
    _ buffer: consuming RowBuffer, start: TextStart, shape: CSVShape, limits: RowLimits, kernel: ScanKernel
  ) throws {
    separator = shape.separator.rawValue
    padsRows = shape.padsRows
    footer = Array((shape.footer ?? "").utf8)
    self.limits = limits
    var header = CSVHeader(shape: shape, limits: limits)
    columns = try header.read(start, of: &buffer)
    columnCount = columns.names.count
    plainLimit = min(limits.record, limits.field)
    index = CSVIndex(separator: separator, columns: columnCount, kernel: kernel)
    self.buffer = buffer
    rowStart = header.end
    counts = header.counts
    build()
  }

  /// Chooses the columns whose content rows shall have.
  mutating func want(_ names: [String]) {
    want(columns: names.map(columns.index))
  }

  /// Chooses columns by their place.
  mutating func want(columns places: [Int?]) {
    slot = RowSlot(columns: places)
  }

  @inline(__always)
  mutating func next() throws -> Row? {
    takePlainRow() ? slot.row : try nextOther()
  }

  /// The next row, plain or not.
  private mutating func nextOther() throws -> Row? {
    while true {
      while nextRow < index.rowEnds.count {
        if takePlainRow() { return slot.row }
        if let row = try indexedRow() { return row }
      }
      if index.isStray || buffer.count - rowStart > limits.record {
        if let row = try strictRow() { return row }
        continue
      }
      if buffer.isAtEnd {
        guard rowStart < buffer.count else { return nil }
        // A line feed ends the buffer, so what is left without an end can only be inside a quote.
        if let row = try strictRow() { return row }
        continue
      }
      try buffer.refill(keepingFrom: rowStart)
      rowStart = 0
      build()
    }
  }

  private mutating func build() {
    index.build(buffer.content, from: rowStart)
    nextRow = 0
    nextEntry = 1
    nextMarked = index.marked.next(from: rowStart)
  }
}

// MARK: - Rows of the index

extension CSVReader {
  /// Takes the next row of the index if there is one with the right number of fields, no quotes, nothing outside ASCII
  /// and no need to look for long fields.
  @inline(__always)
  private mutating func takePlainRow() -> Bool {
    guard let lineFeed = index.rowEnds.place(nextRow) else { return false }
    let start = rowStart
    let last = nextEntry + columnCount - 1
    guard lineFeed < nextMarked, index.ends[last] == lineFeed, lineFeed - start <= plainLimit else { return false }
    let end = lineEnd(from: start, lineFeed: lineFeed)
    guard end > start else { return false }
    slot.setPlain(
      place: counts.take(lineSpan: 1, isBlank: false), byteOffset: buffer.origin + start, byteLength: end - start,
      ends: index.ends.fields(first: nextEntry, last: last, from: start, to: end), of: buffer.text)
    nextRow += 1
    nextEntry = last + 1
    rowStart = lineFeed + 1
    return true
  }

  /// Where the row that begins at `start` ends: at its line feed, or at a CR before it.
  @inline(__always)
  private func lineEnd(from start: Int, lineFeed: Int) -> Int {
    lineFeed > start && buffer.text[lineFeed - 1] == 0x0D ? lineFeed - 1 : lineFeed
  }

  /// The next row of the index; `nil` for a blank line.
  private mutating func indexedRow() throws -> Row? {
    let first = nextEntry
    let start = rowStart
    let lineFeed = index.rowEnds[nextRow]
    guard lineFeed - start <= limits.record else { return try strictRow() }
    var last = first
    while index.ends[last] != lineFeed { last += 1 }
    nextRow += 1
    nextEntry = last + 1
    rowStart = lineFeed + 1

    let end = lineEnd(from: start, lineFeed: lineFeed)
    let ends = index.ends.fields(first: first, last: last, from: start, to: end)
    let found = ends.count
    if found != columnCount && isFooter(from: start, to: end) { finish() }
    let place = counts.take(
      lineSpan: 1 + index.quotedLineFeeds.skip(before: lineFeed), isBlank: end == start || isFinished)
    let hasDoubledQuotes = index.doubledQuotes.skip(before: lineFeed) > 0
    guard end > start, !isFinished else { return nil }
    let content = nextMarked < end ? index.marked.content(from: start, to: end) : MarkedBlocks.Content()
    let fault = try fault(ends, last: last, from: start, to: end, line: place.line, high: content.high)
    nextMarked = index.marked.next(from: rowStart)
    if fault == nil && found != columnCount {
      fillFields(ends, hasDoubledQuotes: hasDoubledQuotes)
    } else if fault == nil {
      if !content.isSpecial || !hasQuotedField(ends) {
        slot.setPlain(
          place: place, byteOffset: buffer.origin + start, byteLength: end - start, ends: ends, of: buffer.text)
        return slot.row
      }
      fillFields(ends, hasDoubledQuotes: hasDoubledQuotes)
    }
    return slot.set(place: place, byteOffset: buffer.origin + start, byteLength: end - start, fault: fault)
  }

  private mutating func fault(
    _ ends: FieldEnds, last: Int, from start: Int, to end: Int, line: Int, high: Range<Int>
  ) throws -> RowFault? {
    let found = ends.count
    guard found == columnCount || isPadded(found, last: last, to: end) else {
      try refuseLoneReturns(from: start, line: line)
      return .fieldCount(found: found, expected: columnCount)
    }
    if end - start > limits.field {
      let text = buffer.text
      if (0..<found).contains(where: { ends.field($0, of: text)!.count > limits.field }) { return .tooLong }
    }
    return UTF8Check.firstFault(in: high, of: buffer.text).map { .encoding(offset: $0 - start) }
  }

  /// Whether a row of `found` fields may stand for one with empty fields at its end.
  private func isPadded(_ found: Int, last: Int, to end: Int) -> Bool {
    guard padsRows else { return false }
    // What goes beyond the header must be nothing but separators.
    return found < columnCount || (found - columnCount) == end - index.ends[last - (found - columnCount)]
  }

  private func isFooter(from start: Int, to end: Int) -> Bool {
    guard !footer.isEmpty, end - start >= footer.count else { return false }
    return buffer.text.part(from: start, to: start + footer.count) == footer
  }

  /// Takes what follows for no data; its lines are still counted.
  private mutating func finish() {
    isFinished = true
    plainLimit = -1
  }

  /// A row with the wrong number of fields and a CR in it: perhaps CR was meant to end lines.
  private func refuseLoneReturns(from start: Int, line: Int) throws {
    var machine = CSVStateMachine(separator: separator)
    let text = buffer.text
    var offset = start
    while machine.step(text[offset]) != .rowEnd { offset += 1 }
    if machine.hasLoneReturn { throw LayoutFailure(.lineEnds, line: line) }
  }

  /// Whether a wanted field is quoted; quotes elsewhere in the row need no care.
  private func hasQuotedField(_ ends: FieldEnds) -> Bool {
    let text = buffer.text
    for field in 0..<slot.fields.count {
      if ends.firstByte(of: slot.column(field), in: text) == UInt8(ascii: "\"") { return true }
    }
    return false
  }

  /// Fills the fields from a row; those that it does not have stay empty.
  private func fillFields(_ ends: FieldEnds, hasDoubledQuotes: Bool) {
    if hasDoubledQuotes { resolved.reset() }
    if ends.count < columnCount { slot.clear() }
    let text = buffer.text
    let fields = slot.fields
    for field in 0..<fields.count {
      guard let content = ends.field(slot.column(field), of: text) else { continue }
      if !content.isQuoted {
        fields[field] = content
      } else if hasDoubledQuotes {
        fields[field] = withoutDoubledQuotes(content.withoutQuotes)
      } else {
        fields[field] = content.withoutQuotes
      }
    }
  }

  /// The inside of a quoted field of a row that has doubled quotes somewhere.
  private func withoutDoubledQuotes(_ content: Bytes) -> Bytes {
    guard content.quote(from: 0) != nil else { return content }
    return resolved.make(atMost: content.count) { target in
      var source = 0
      while let quote = content.quote(from: source) {
        // One quote of the two is part of the content.
        target.append(copying: content.part(from: source, to: quote + 1))
        source = quote + 2
      }
      target.append(copying: content.part(from: source, to: content.count))
    }
  }
}

extension Bytes {
  /// Whether a field of a row is quoted.
  @inline(__always)
  fileprivate var isQuoted: Bool {
    byteOrZero(at: 0) == UInt8(ascii: "\"")
  }

  /// The inside of a quoted field.
  @inline(__always)
  fileprivate var withoutQuotes: Bytes {
    part(from: 1, to: count - 1)
  }

  /// The first quote at or behind `index`.
  fileprivate func quote(from index: Int) -> Int? {
    firstIndex(of: UInt8(ascii: "\""), from: index)
  }
}

// MARK: - Rows read strictly

extension CSVReader {
  /// Reads the row at `rowStart` by the state machine: one with a stray quote, too long, or cut inside a quote.
  private mutating func strictRow() throws -> Row? {
    var scan = CSVRowScan(buffer, from: rowStart, line: counts.lines + 1, separator: separator, limit: limits.record)
    try scan.run(&buffer)
    rowStart = scan.position
    build()
    if scan.machine.hasLoneReturn { throw LayoutFailure(.lineEnds, line: counts.lines + 1) }
    let place = counts.take(lineSpan: scan.lineFeeds, isBlank: isFinished)
    if isFinished { return nil }
    let fault: RowFault = scan.isTooLong ? .tooLong : .strayQuote(column: scan.machine.strayColumn ?? 0)
    return slot.set(place: place, byteOffset: scan.byteOffset, byteLength: scan.byteLength, fault: fault)
  }
}
