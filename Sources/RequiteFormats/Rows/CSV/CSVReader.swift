import Glibc

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
  private var scratch = Scratch()
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
    index.build(buffer.base, from: rowStart, to: buffer.count)
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
    guard nextRow < index.rowEnds.count else { return false }
    let start = rowStart
    let lineFeed = index.rowEnds[nextRow]
    let last = nextEntry + columnCount - 1
    guard lineFeed < nextMarked, index.ends[last] == lineFeed, lineFeed - start <= plainLimit else { return false }
    let end = lineEnd(from: start, lineFeed: lineFeed)
    guard end > start else { return false }
    bound(first: nextEntry, last: last, from: start, to: end)
    slot.setPlain(
      place: counts.take(lineSpan: 1, isBlank: false), byteOffset: buffer.origin + start, byteLength: end - start,
      base: buffer.base, ends: index.ends.start + nextEntry)
    nextRow += 1
    nextEntry = last + 1
    rowStart = lineFeed + 1
    return true
  }

  /// Where the row that begins at `start` ends: at its line feed, or at a CR before it.
  @inline(__always)
  private func lineEnd(from start: Int, lineFeed: Int) -> Int {
    lineFeed > start && buffer.base[lineFeed - 1] == 0x0D ? lineFeed - 1 : lineFeed
  }

  /// Makes the outer ends of a row entries too, as fields lie between neighbouring ones.
  @inline(__always)
  private func bound(first: Int, last: Int, from start: Int, to end: Int) {
    index.ends.start[first - 1] = UInt32(truncatingIfNeeded: start &- 1)
    index.ends.start[last] = UInt32(truncatingIfNeeded: end)
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
    bound(first: first, last: last, from: start, to: end)
    let found = last - first + 1
    if found != columnCount && isFooter(from: start, to: end) { finish() }
    let place = counts.take(
      lineSpan: 1 + index.quotedLineFeeds.skip(before: lineFeed), isBlank: end == start || isFinished)
    let hasDoubledQuotes = index.doubledQuotes.skip(before: lineFeed) > 0
    guard end > start, !isFinished else { return nil }
    let content = nextMarked < end ? index.marked.content(from: start, to: end) : MarkedBlocks.Content()
    let fault = try fault(first: first, last: last, from: start, to: end, line: place.line, high: content.high)
    nextMarked = index.marked.next(from: rowStart)
    if fault == nil && found != columnCount {
      fillFields(first: first, count: found, length: end - start, hasDoubledQuotes: hasDoubledQuotes)
    } else if fault == nil {
      if !content.isSpecial || !hasQuotedField(first: first) {
        slot.setPlain(
          place: place, byteOffset: buffer.origin + start, byteLength: end - start, base: buffer.base,
          ends: index.ends.start + first)
        return slot.row
      }
      fillFields(first: first, count: columnCount, length: end - start, hasDoubledQuotes: hasDoubledQuotes)
    }
    return slot.set(place: place, byteOffset: buffer.origin + start, byteLength: end - start, fault: fault)
  }

  private mutating func fault(
    first: Int, last: Int, from start: Int, to end: Int, line: Int, high: Range<Int>
  ) throws -> RowFault? {
    let found = last - first + 1
    guard found == columnCount || isPadded(found, last: last, to: end) else {
      try refuseLoneReturns(from: start, line: line)
      return .fieldCount(found: found, expected: columnCount)
    }
    if end - start > limits.field {
      let lengths = (first...last).lazy.map { [ends = index.ends.start] in Int(ends[$0] &- ends[$0 - 1]) - 1 }
      if lengths.contains(where: { $0 > limits.field }) { return .tooLong }
    }
    return UTF8Check.firstFault(in: high, of: buffer.base).map { .encoding(offset: $0 - start) }
  }

  /// Whether a row of `found` fields may stand for one with empty fields at its end.
  private func isPadded(_ found: Int, last: Int, to end: Int) -> Bool {
    guard padsRows else { return false }
    // What goes beyond the header must be nothing but separators.
    return found < columnCount || (found - columnCount) == end - Int(index.ends[last - (found - columnCount)])
  }

  private func isFooter(from start: Int, to end: Int) -> Bool {
    guard !footer.isEmpty, end - start >= footer.count else { return false }
    return footer.withUnsafeBufferPointer { memcmp(buffer.base + start, $0.baseAddress!, $0.count) == 0 }
  }

  /// Takes what follows for no data; its lines are still counted.
  private mutating func finish() {
    isFinished = true
    plainLimit = -1
  }

  /// A row with the wrong number of fields and a CR in it: perhaps CR was meant to end lines.
  private func refuseLoneReturns(from start: Int, line: Int) throws {
    var machine = CSVStateMachine(separator: separator)
    var offset = start
    while machine.step(buffer.base[offset]) != .rowEnd { offset += 1 }
    if machine.hasLoneReturn { throw LayoutFailure(.lineEnds, line: line) }
  }

  /// Whether a wanted field is quoted; quotes elsewhere in the row need no care.
  private func hasQuotedField(first: Int) -> Bool {
    let ends = index.ends.start + first
    for field in 0..<slot.fields.count where slot.columns[field] >= 0 {
      if buffer.base[Int(ends[slot.columns[field] - 1] &+ 1)] == UInt8(ascii: "\"") { return true }
    }
    return false
  }

  /// Fills the fields from a row that has `count` of them; the rest stays empty.
  private mutating func fillFields(first: Int, count: Int, length: Int, hasDoubledQuotes: Bool) {
    if hasDoubledQuotes { scratch.reset(capacity: length) }
    if count < columnCount { slot.fields.clear() }
    let base = UnsafePointer(buffer.base)
    let ends = index.ends.start + first
    let fields = slot.fields.slots
    let columns = slot.columns
    for field in 0..<slot.fields.count where columns[field] >= 0 && columns[field] < count {
      let end = ends + columns[field]
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
    let place = counts.take(lineSpan: scan.lineFeeds, isBlank: isFinished)
    if isFinished { return nil }
    let fault: RowFault = scan.isTooLong ? .tooLong : .strayQuote(column: scan.machine.strayColumn ?? 0)
    return slot.set(place: place, byteOffset: scan.byteOffset, byteLength: scan.byteLength, fault: fault)
  }
}
