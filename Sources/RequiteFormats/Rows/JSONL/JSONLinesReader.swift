/// Reads JSON lines by their ``JSONIndex``: walks each line's object once and picks the wanted values out of it.
///
/// A line feed cannot be part of an object, so a bad line never spoils the next one.
struct JSONLinesReader: ~Copyable {
  /// The keys of the first line, in their order; none if it is no object.
  let firstKeys: ColumnNames
  /// Physical lines, rows and blank lines so far.
  private(set) var counts = RowCounts()

  private var buffer: RowBuffer
  private let limits: RowLimits
  private var index: JSONIndex
  /// The next line in the index, and the first quote there that is not before it.
  private var nextRow = 0
  private var nextQuote: PositionCursor
  /// Where the next line begins in the buffer.
  private var position: Int
  /// The next byte in the buffer that is special or outside ASCII.
  private var nextMarked = 0
  private var slot = RowSlot(columns: [])
  private var walk = JSONObjectWalk(wanted: [])
  /// Used instead of `walk` when values inside nested objects are wanted.
  private var paths: JSONPathWalk?

  /// Looks at the first line.
  init(_ buffer: consuming RowBuffer, start: TextStart, limits: RowLimits, kernel: ScanKernel) throws {
    self.limits = limits
    index = JSONIndex(kernel: kernel)
    nextQuote = index.quotes.cursor
    position = start.markLength
    firstKeys = try JSONFirstLine(start: start, limits: limits).keys(of: &buffer)
    self.buffer = buffer
    build()
  }

  /// Chooses the keys whose values rows shall have.
  mutating func want(_ names: [String]) {
    slot = RowSlot(columns: names.map { _ in nil })
    walk = JSONObjectWalk(wanted: names)
  }

  /// Chooses values inside the objects.
  mutating func want(paths wanted: [JSONPath]) {
    slot = RowSlot(columns: wanted.map { _ in nil })
    paths = JSONPathWalk(wanted)
  }

  /// Keys met that were not wanted, sorted.
  var unwanted: [String] {
    walk.unknownKeys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  mutating func next() throws -> Row? {
    while true {
      while nextRow < index.rowEnds.count {
        if let row = try indexedRow() { return row }
      }
      if buffer.isAtEnd { return nil }
      if buffer.count - position > limits.record { return try longRow() }
      try buffer.refill(keepingFrom: position)
      position = 0
      build()
    }
  }

  private mutating func build() {
    index.build(buffer.content, from: position)
    nextRow = 0
    nextQuote = index.quotes.cursor
    nextMarked = index.marked.next(from: position)
  }
}

// MARK: - Rows

extension JSONLinesReader {
  /// The next row of the index; `nil` for a blank line.
  private mutating func indexedRow() throws -> Row? {
    let start = position
    let lineFeed = index.rowEnds[nextRow]
    guard lineFeed - start <= limits.record else { return try longRow() }
    nextRow += 1
    position = lineFeed + 1
    let end = lineFeed > start && buffer.text[lineFeed - 1] == 0x0D ? lineFeed - 1 : lineFeed
    let text = buffer.text.part(from: 0, to: end)
    let isBlank = isBlank(text, from: start)
    let place = counts.take(lineSpan: 1, isBlank: isBlank)
    guard !isBlank else { return nil }
    let fault = fault(text, from: start)
    if fault == .json(.syntax), hasReturnBetweenObjects(text.part(from: start, to: end)) {
      throw LayoutFailure(.lineEnds, line: place.line)
    }
    return slot.set(place: place, byteOffset: buffer.origin + start, byteLength: end - start, fault: fault)
  }

  @inline(__always)
  private func isBlank(_ text: Bytes, from start: Int) -> Bool {
    var index = start
    while case let byte = text.byteOrZero(at: index), byte == 0x20 || byte == 0x09 { index += 1 }
    return index == text.count
  }

  /// What is wrong with the row from `start` to the end of `text`.
  private mutating func fault(_ text: Bytes, from start: Int) -> RowFault? {
    let end = text.count
    var isPlain = true
    if nextMarked < end {
      let content = index.marked.content(from: start, to: end)
      nextMarked = index.marked.next(from: end)
      if let fault = UTF8Check.firstFault(in: content.high, of: text) { return .encoding(offset: fault - start) }
      isPlain = !content.isSpecial
    }
    nextQuote.skip(before: start)
    if paths != nil { return pathFault(text, from: start, isPlain: isPlain) }
    slot.clear()
    if !isPlain || !walk.readPlain(text, from: start, quotes: &nextQuote, into: slot.fields) {
      slot.clear()
      if let fault = walk.read(text, from: start, into: slot.fields) { return .json(fault) }
    }
    guard end - start > limits.field else { return nil }
    return (0..<slot.fields.count).contains { slot.fields[$0].count > limits.field } ? .tooLong : nil
  }

  private mutating func pathFault(_ text: Bytes, from start: Int, isPlain: Bool) -> RowFault? {
    slot.clear()
    if !isPlain || !paths!.readPlain(text, from: start, quotes: &nextQuote, into: slot.fields) {
      slot.clear()
      if let fault = paths!.readObject(text, from: start, into: slot.fields) { return .json(fault) }
    }
    guard text.count - start > limits.field else { return nil }
    return paths!.hasPlainValue(longerThan: limits.field, in: slot.fields) ? .tooLong : nil
  }

  /// Whether a CR stands where a line should have ended.
  private func hasReturnBetweenObjects(_ row: Bytes) -> Bool {
    zip(row, row.dropFirst()).contains { $0 == 0x0D && $1 == UInt8(ascii: "{") }
  }
}

// MARK: - Long lines

extension JSONLinesReader {
  /// Steps over a line longer than the limit without keeping it.
  private mutating func longRow() throws -> Row {
    let byteOffset = buffer.origin + position
    var lastByte: UInt8 = 0
    while true {
      let lineFeed = buffer.text.firstIndex(of: 0x0A, from: position)
      let end = lineFeed ?? buffer.count
      if end > position { lastByte = buffer.text[end - 1] }
      if lineFeed != nil {
        let length = buffer.origin + end - byteOffset - (lastByte == 0x0D ? 1 : 0)
        position = end + 1
        build()
        let place = counts.take(lineSpan: 1, isBlank: false)
        return slot.set(place: place, byteOffset: byteOffset, byteLength: length, fault: .tooLong)
      }
      try buffer.refill(keepingFrom: buffer.count)
      position = 0
    }
  }
}
