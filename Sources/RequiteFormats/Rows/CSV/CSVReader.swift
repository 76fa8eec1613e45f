import Glibc

/// Reads the rows of a CSV text by its ``CSVIndex``, and those with stray quotes by the ``CSVStateMachine``.
struct CSVReader: ~Copyable {
  /// The names in the first row.
  let columns: ColumnNames
  /// Physical lines, rows and blank lines so far.
  private(set) var counts = RowCounts()

  private var buffer: RowBuffer
  private let separator: UInt8
  private let limits: RowLimits
  private var index = CSVIndex()
  /// The next complete row in the index, and its first entry there.
  private var nextRow = 0
  private var nextEntry = 1
  /// Where the next row begins in the buffer.
  private var rowStart: Int
  private var fields = FieldTable(count: 0)
  private var scratch = Scratch()
  private var wanted = ColumnMap([])

  /// Reads the header.
  init(_ buffer: consuming RowBuffer, start: TextStart, separator: Separator, limits: RowLimits) throws {
    self.separator = separator.rawValue
    self.limits = limits
    var header = CSVHeader(separator: separator, limits: limits)
    columns = try header.read(start, of: &buffer)
    self.buffer = buffer
    rowStart = header.end
    counts = header.counts
    build()
  }

  /// Chooses the columns whose content rows shall have.
  mutating func want(_ names: [String]) {
    fields = FieldTable(count: names.count)
    wanted = ColumnMap(names.map(columns.index))
  }

  mutating func next() throws -> Row? {
    while true {
      while nextRow < index.rowCount {
        if let row = try indexedRow() { return row }
      }
      if index.isStray || buffer.count - rowStart > limits.record { return try strictRow() }
      if buffer.isAtEnd {
        guard rowStart < buffer.count else { return nil }
        // A line feed ends the buffer, so what is left without an end can only be inside a quote.
        return try strictRow()
      }
      try buffer.refill(keepingFrom: rowStart)
      rowStart = 0
      build()
    }
  }

  private mutating func build() {
    index.build(buffer.base, from: rowStart, to: buffer.count, separator: separator)
    nextRow = 0
    nextEntry = 1
  }
}

// MARK: - Rows of the index

extension CSVReader {
  /// The next row of the index; `nil` for a blank line.
  private mutating func indexedRow() throws -> Row? {
    let first = nextEntry
    let last = Int(index.rowEnds[nextRow])
    let start = rowStart
    let lineFeed = Int(index.ends[last])
    guard lineFeed - start <= limits.record else { return try strictRow() }
    nextRow += 1
    nextEntry = last + 1
    rowStart = lineFeed + 1

    let end = lineFeed > start && buffer.base[lineFeed - 1] == 0x0D ? lineFeed - 1 : lineFeed
    // Fields lie between neighbouring entries, so the row's outer ends are made entries too.
    index.ends[first - 1] = UInt32(truncatingIfNeeded: start &- 1)
    index.ends[last] = UInt32(truncatingIfNeeded: end)
    let place = counts.take(lineSpan: 1 + index.quotedLineFeeds.skip(before: lineFeed), isBlank: end == start)
    guard end > start else { return nil }
    let fault = try fault(first: first, last: last, from: start, to: end, line: place.line)
    let hasDoubledQuotes = index.doubledQuotes.skip(before: lineFeed) > 0
    if fault == nil {
      fillFields(first: first, length: end - start, hasDoubledQuotes: hasDoubledQuotes)
    } else {
      fields.clear()
    }
    return Row(
      line: place.line, lineSpan: place.span, byteOffset: buffer.origin + start, byteLength: end - start,
      fault: fault, fields: fields)
  }

  private mutating func fault(first: Int, last: Int, from start: Int, to end: Int, line: Int) throws -> RowFault? {
    let high = index.highBytes.first(from: start, to: end)
    let found = last - first + 1
    guard found == columns.names.count else {
      try refuseLoneReturns(from: start, line: line)
      return .fieldCount(found: found, expected: columns.names.count)
    }
    if end - start > limits.field {
      let lengths = (first...last).lazy.map { [ends = index.ends] in Int(ends[$0] &- ends[$0 - 1]) - 1 }
      if lengths.contains(where: { $0 > limits.field }) { return .tooLong }
    }
    guard let high else { return nil }
    let rest = UnsafeRawBufferPointer(start: buffer.base + high, count: end - high)
    return UTF8Check.firstFault(in: rest).map { .encoding(offset: high - start + $0) }
  }

  /// A row with the wrong number of fields and a CR in it: perhaps CR was meant to end lines.
  private func refuseLoneReturns(from start: Int, line: Int) throws {
    var machine = CSVStateMachine(separator: separator)
    var offset = start
    while machine.step(buffer.base[offset]) != .rowEnd { offset += 1 }
    if machine.hasLoneReturn { throw LayoutFailure(.lineEnds, line: line) }
  }

  private mutating func fillFields(first: Int, length: Int, hasDoubledQuotes: Bool) {
    if hasDoubledQuotes { scratch.reset(capacity: length) }
    let base = UnsafePointer(buffer.base)
    let ends = index.ends + first
    let fields = self.fields.start
    for place in 0..<wanted.count {
      let (column, field) = wanted[place]
      let end = ends + column
      let start = base + Int(end[-1] &+ 1)
      let content = Bytes(start: start, count: Int(end[0] &- end[-1] &- 1))
      if start.pointee != UInt8(ascii: "\"") {
        fields[field] = content
      } else if hasDoubledQuotes {
        fields[field] = withoutDoubledQuotes(content.withoutQuotes)
      } else {
        fields[field] = content.withoutQuotes
      }
    }
  }

  /// The inside of a quoted field of a row that has doubled quotes somewhere.
  private mutating func withoutDoubledQuotes(_ content: Bytes) -> Bytes {
    guard var quote = content.quote(from: 0) else { return content }
    let target = scratch.next
    var count = 0
    var source = 0
    while true {
      // One quote of the two is part of the content.
      (target + count).update(from: content.start + source, count: quote + 1 - source)
      count += quote + 1 - source
      source = quote + 2
      guard let next = content.quote(from: source) else { break }
      quote = next
    }
    (target + count).update(from: content.start + source, count: content.count - source)
    return scratch.keep(count + content.count - source)
  }
}

extension Bytes {
  /// The inside of a quoted field.
  @inline(__always)
  fileprivate var withoutQuotes: Bytes {
    Bytes(start: start + 1, count: count &- 2)
  }

  /// The first quote at or behind `index`.
  fileprivate func quote(from index: Int) -> Int? {
    memchr(start + index, 0x22, count - index).map { UnsafeRawPointer(start).distance(to: UnsafeRawPointer($0)) }
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
    let place = counts.take(lineSpan: scan.lineFeeds, isBlank: false)
    fields.clear()
    let fault: RowFault = scan.isTooLong ? .tooLong : .strayQuote(column: scan.machine.strayColumn ?? 0)
    return Row(
      line: place.line, lineSpan: place.span, byteOffset: scan.byteOffset, byteLength: scan.byteLength,
      fault: fault, fields: fields)
  }
}
