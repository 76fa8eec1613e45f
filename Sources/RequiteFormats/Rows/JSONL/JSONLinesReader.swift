import Glibc

/// Reads JSON lines: finds each line's end, then walks its object once and picks the wanted values out of it.
///
/// A line feed cannot be part of an object, so a bad line never spoils the next one.
struct JSONLinesReader: ~Copyable {
  /// A line in the buffer, or what is known of one that was too long to be kept.
  private struct Line {
    let start: Int
    let end: Int
    let byteOffset: Int
    let byteLength: Int
    let isTooLong: Bool
  }

  /// The keys of the first line, in their order; none if it is no object.
  let firstKeys: ColumnNames
  /// Physical lines, rows and blank lines so far.
  private(set) var counts = RowCounts()

  private var buffer: RowBuffer
  private let limits: RowLimits
  private var position: Int
  private var slot = RowSlot(columns: [])
  private var walk = JSONObjectWalk(wanted: [])

  /// Looks at the first line.
  init(_ buffer: consuming RowBuffer, start: TextStart, limits: RowLimits) throws {
    self.limits = limits
    position = start.markLength
    firstKeys = try JSONFirstLine(start: start, limits: limits).keys(of: &buffer)
    self.buffer = buffer
  }

  /// Chooses the keys whose values rows shall have.
  mutating func want(_ names: [String]) {
    slot = RowSlot(columns: names.map { _ in nil })
    walk = JSONObjectWalk(wanted: names)
  }

  /// Keys met that were not wanted, sorted.
  var unwanted: [String] {
    walk.unknownKeys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  mutating func next() throws -> Row? {
    while let line = try nextLine() {
      if let row = try row(of: line) { return row }
    }
    return nil
  }
}

// MARK: - Lines

extension JSONLinesReader {
  private mutating func nextLine() throws -> Line? {
    var searched = position
    while true {
      if let end = buffer.lineFeed(from: searched) {
        guard end - position <= limits.record else { return try longLine() }
        defer { position = end + 1 }
        return line(from: position, to: end)
      }
      if buffer.isAtEnd { return nil }
      guard buffer.count - position <= limits.record else { return try longLine() }
      searched = buffer.count - position
      try buffer.refill(keepingFrom: position)
      position = 0
    }
  }

  private func line(from start: Int, to lineFeed: Int) -> Line {
    let end = lineFeed > start && buffer.base[lineFeed - 1] == 0x0D ? lineFeed - 1 : lineFeed
    return Line(
      start: start, end: end, byteOffset: buffer.origin + start, byteLength: end - start, isTooLong: false)
  }

  /// Steps over a line longer than the limit without keeping it.
  private mutating func longLine() throws -> Line {
    let byteOffset = buffer.origin + position
    var lastByte: UInt8 = 0
    while true {
      let lineFeed = buffer.lineFeed(from: position)
      let end = lineFeed ?? buffer.count
      if end > position { lastByte = buffer.base[end - 1] }
      if lineFeed != nil {
        position = end + 1
        let length = buffer.origin + end - byteOffset - (lastByte == 0x0D ? 1 : 0)
        return Line(start: 0, end: 0, byteOffset: byteOffset, byteLength: length, isTooLong: true)
      }
      try buffer.refill(keepingFrom: buffer.count)
      position = 0
    }
  }
}

// MARK: - Rows

extension JSONLinesReader {
  /// The row on `line`; `nil` if it is blank.
  private mutating func row(of line: Line) throws -> Row? {
    let isBlank = !line.isTooLong && isBlank(line)
    let place = counts.take(lineSpan: 1, isBlank: isBlank)
    guard !isBlank else { return nil }
    slot.fields.clear()
    let fault = line.isTooLong ? .tooLong : fault(of: line)
    if fault == .json(.syntax), hasReturnBetweenObjects(line) { throw LayoutFailure(.lineEnds, line: place.line) }
    return slot.set(place: place, byteOffset: line.byteOffset, byteLength: line.byteLength, fault: fault)
  }

  private func isBlank(_ line: Line) -> Bool {
    let bytes = UnsafeBufferPointer(start: buffer.base + line.start, count: line.byteLength)
    return bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private mutating func fault(of line: Line) -> RowFault? {
    let bytes = UnsafeRawBufferPointer(start: buffer.base + line.start, count: line.byteLength)
    if let offset = UTF8Check.firstFault(in: bytes) { return .encoding(offset: offset) }
    if let fault = walk.read(buffer.base, from: line.start, to: line.end, into: slot.fields) { return .json(fault) }
    guard line.byteLength > limits.field else { return nil }
    return (0..<slot.fields.count).contains { slot.fields[$0].count > limits.field } ? .tooLong : nil
  }

  /// Whether a CR stands where a line should have ended.
  private func hasReturnBetweenObjects(_ line: Line) -> Bool {
    let bytes = UnsafeBufferPointer(start: buffer.base + line.start, count: line.byteLength)
    return zip(bytes, bytes.dropFirst()).contains { $0 == 0x0D && $1 == UInt8(ascii: "{") }
  }
}

extension RowBuffer {
  /// The next line feed in memory at or behind `start`.
  fileprivate func lineFeed(from start: Int) -> Int? {
    memchr(base + start, 0x0A, count - start).map { UnsafeRawPointer(base).distance(to: UnsafeRawPointer($0)) }
  }
}
