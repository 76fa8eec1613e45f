/// The first line of what should be JSON lines, and the reasons why it may be something else.
struct JSONFirstLine {
  private let start: TextStart
  private let limits: RowLimits

  init(start: TextStart, limits: RowLimits) {
    self.start = start
    self.limits = limits
  }

  /// The keys of the object on the first line that is not blank; none if that line is faulty or there is none in sight.
  ///
  /// - Throws: ``LayoutFailure`` if the line shows that the dump is in another format.
  func keys(of buffer: inout RowBuffer) throws -> ColumnNames {
    let none = ColumnNames(names: [])
    guard start.firstByte != 0 else { return none }
    guard start.firstByte != UInt8(ascii: "[") else { throw LayoutFailure(.jsonDocument) }
    guard let line = try line(of: &buffer) else { return none }
    var walk = JSONObjectWalk(wanted: [])
    let fields = PinnedArray<Bytes>([])
    switch walk.read(buffer.text.part(from: 0, to: line.upperBound), from: line.lowerBound, into: fields.slots) {
    case nil: return ColumnNames(names: walk.unknownKeys)
    case .syntax where start.firstByte != UInt8(ascii: "{"): throw LayoutFailure(.notJSONLines)
    case .syntax where line.dropFirst().allSatisfy({ isSpace(buffer.text[$0]) }): throw LayoutFailure(.jsonDocument)
    default: return none
    }
  }

  /// The line without its end and white space before it; `nil` if it is longer than a row may be.
  private func line(of buffer: inout RowBuffer) throws -> Range<Int>? {
    var begin = start.markLength
    var end = begin
    while true {
      if end == buffer.count {
        guard !buffer.isAtEnd, end - begin <= limits.record else { return nil }
        try buffer.gather(buffer.count + 1)
      } else if begin == end, isSpace(buffer.text[end]) {
        begin += 1
        end += 1
      } else if buffer.text[end] == 0x0A {
        return begin..<end
      } else {
        end += 1
      }
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
