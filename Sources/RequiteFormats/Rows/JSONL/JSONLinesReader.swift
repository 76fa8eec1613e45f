import Glibc

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
  private var nextQuote: UnsafePointer<UInt32>
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
    nextQuote = UnsafePointer(index.quotes.start)
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
    index.build(buffer.base, from: position, to: buffer.count)
    nextRow = 0
    nextQuote = UnsafePointer(index.quotes.start)
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
    let end = lineFeed > start && buffer.base[lineFeed - 1] == 0x0D ? lineFeed - 1 : lineFeed
    let isBlank = isBlank(from: start, to: end)
    let place = counts.take(lineSpan: 1, isBlank: isBlank)
    guard !isBlank else { return nil }
    let fault = fault(from: start, to: end)
    if fault == .json(.syntax), hasReturnBetweenObjects(from: start, to: end) {
      throw LayoutFailure(.lineEnds, line: place.line)
    }
    return slot.set(place: place, byteOffset: buffer.origin + start, byteLength: end - start, fault: fault)
  }

  @inline(__always)
  private func isBlank(from start: Int, to end: Int) -> Bool {
    var index = start
    while index < end && (buffer.base[index] == 0x20 || buffer.base[index] == 0x09) { index += 1 }
    return index == end
  }

  private mutating func fault(from start: Int, to end: Int) -> RowFault? {
    var isPlain = true
    if nextMarked < end {
      let content = index.marked.content(from: start, to: end)
      nextMarked = index.marked.next(from: end)
      if let fault = UTF8Check.firstFault(in: content.high, of: buffer.base) { return .encoding(offset: fault - start) }
      isPlain = !content.isSpecial
    }
    while Int(nextQuote.pointee) < start { nextQuote += 1 }
    if paths != nil { return pathFault(from: start, to: end, isPlain: isPlain) }
    slot.fields.clear()
    if !isPlain || !walk.readPlain(buffer.base, from: start, to: end, quotes: &nextQuote, into: slot.fields) {
      slot.fields.clear()
      if let fault = walk.read(buffer.base, from: start, to: end, into: slot.fields) { return .json(fault) }
    }
    guard end - start > limits.field else { return nil }
    return (0..<slot.fields.count).contains { slot.fields[$0].count > limits.field } ? .tooLong : nil
  }

  private mutating func pathFault(from start: Int, to end: Int, isPlain: Bool) -> RowFault? {
    slot.fields.clear()
    if !isPlain || !paths!.readPlain(buffer.base, from: start, to: end, quotes: &nextQuote, into: slot.fields) {
      slot.fields.clear()
      if let fault = paths!.readObject(buffer.base, from: start, to: end, into: slot.fields) { return .json(fault) }
    }
    guard end - start > limits.field else { return nil }
    return paths!.hasPlainValue(longerThan: limits.field, in: slot.fields) ? .tooLong : nil
  }

  /// Whether a CR stands where a line should have ended.
  private func hasReturnBetweenObjects(from start: Int, to end: Int) -> Bool {
    let bytes = UnsafeBufferPointer(start: buffer.base + start, count: end - start)
    return zip(bytes, bytes.dropFirst()).contains { $0 == 0x0D && $1 == UInt8(ascii: "{") }
  }
}

// MARK: - Long lines

extension JSONLinesReader {
  /// Steps over a line longer than the limit without keeping it.
  private mutating func longRow() throws -> Row {
    let byteOffset = buffer.origin + position
    var lastByte: UInt8 = 0
    while true {
      let lineFeed = buffer.lineFeed(from: position)
      let end = lineFeed ?? buffer.count
      if end > position { lastByte = buffer.base[end - 1] }
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

extension RowBuffer {
  /// The next line feed in memory at or behind `start`.
  fileprivate func lineFeed(from start: Int) -> Int? {
    memchr(base + start, 0x0A, count - start).map { UnsafeRawPointer(base).distance(to: UnsafeRawPointer($0)) }
  }
}
