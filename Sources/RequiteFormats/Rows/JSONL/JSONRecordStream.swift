/// One JSON document with an array of records, as JSON lines: one record a line.
///
/// The text keeps its length: what is around the records becomes spaces, the comma between two of them a line feed, line
/// feeds inside them spaces, or in a string, where JSON has none, a byte that JSON has nowhere. So memory stays bounded,
/// and every byte stands where it stood.
package final class JSONRecordStream: RewritingStream {
  private enum Part {
    /// Before the `=` of a text that is a script.
    case assignment
    /// Around the records, before them.
    case wrapper
    case records
    /// Behind the records.
    case rest
  }

  private var stream: any ByteStream
  private let path: [[UInt8]]
  private var part: Part
  private var isInString = false
  private var isEscaped = false
  private var depth = 0
  /// How many keys of the path lead to where we are.
  private var matched = 0
  /// Whether the value that comes next has the next key of the path.
  private var isNextKey = false
  private var string: [UInt8] = []
  private var offset = 0
  private var line = 1
  private var lastByte: UInt8 = 0x0A
  private var record: SourcePlace?
  private var recordEnd = 0
  private var records: [SourcePlace] = []
  private var next = 0

  /// Takes the records from the array at `path`, the document itself for an empty one.
  ///
  /// With `isAssignment` the text is a script that gives the document to a variable; everything up to its `=` is passed
  /// over, and nothing is run.
  package init(_ stream: any ByteStream, path: [String], isAssignment: Bool) {
    self.stream = stream
    self.path = path.map { Array($0.utf8) }
    part = isAssignment ? .assignment : .wrapper
  }

  package func read(into room: inout OutputSpan<UInt8>) throws {
    let start = room.count
    try stream.read(into: &room)
    guard room.count > start else { return try end() }
    var text = room.mutableSpan
    lastByte = text[text.count - 1]
    for index in start..<text.count {
      text[index] = rewritten(text[index])
      offset += 1
    }
  }

  /// Looks at the end of the text whether it had records.
  private func end() throws {
    switch part {
    case .assignment, .wrapper: throw LayoutFailure(.noRecords, line: 1)
    case .records: throw LayoutFailure(.recordsCut, line: line)
    case .rest: break
    }
  }

  /// Physical lines of the document read so far.
  package var lines: Int {
    lastByte == 0x0A ? line - 1 : line
  }

  package func place(before place: SourcePlace) -> SourcePlace {
    while next < records.count && records[next].byteOffset < place.byteOffset { next += 1 }
    if next > 65_536 {
      records.removeFirst(next)
      next = 0
    }
    guard next < records.count, records[next].byteOffset <= place.byteOffset + place.byteLength else { return place }
    return records[next]
  }
}

// MARK: - Bytes

extension JSONRecordStream {
  private func rewritten(_ byte: UInt8) -> UInt8 {
    if byte == 0x0A { line += 1 }
    switch part {
    case .assignment:
      if byte == UInt8(ascii: "=") { part = .wrapper }
      return 0x20
    case .wrapper:
      takeWrapper(byte)
      return 0x20
    case .records: return takeRecord(byte)
    case .rest: return 0x20
    }
  }

  /// Follows strings, and tells whether the byte is part of one.
  private func isString(_ byte: UInt8) -> Bool {
    guard isInString else {
      if byte == UInt8(ascii: "\"") {
        isInString = true
        string.removeAll(keepingCapacity: true)
      }
      return isInString
    }
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInString = false
      return true
    }
    if part == .wrapper && string.count < 256 { string.append(byte) }
    return true
  }

  private func takeWrapper(_ byte: UInt8) {
    if isString(byte) { return }
    switch byte {
    case UInt8(ascii: ":"): isNextKey = depth == matched + 1 && matched < path.count && string == path[matched]
    case UInt8(ascii: "["):
      let isHere = path.isEmpty ? depth == 0 : isNextKey && matched == path.count - 1
      if isHere {
        part = .records
        depth = 0
      } else {
        depth += 1
      }
      isNextKey = false
    case UInt8(ascii: "{"):
      if isNextKey { matched += 1 }
      depth += 1
      isNextKey = false
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      matched = min(matched, max(0, depth - 1))
    case UInt8(ascii: ","): isNextKey = false
    default: break
    }
  }

  private func takeRecord(_ byte: UInt8) -> UInt8 {
    if isString(byte) { return content(byte == 0x0A ? 0x01 : byte) }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "]") where depth == 0:
      endRecord()
      part = .rest
      return 0x0A
    case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
    case UInt8(ascii: ",") where depth == 0:
      endRecord()
      return 0x0A
    case 0x20, 0x09, 0x0A, 0x0D: return 0x20
    default: break
    }
    return content(byte)
  }

  private func content(_ byte: UInt8) -> UInt8 {
    if record == nil { record = SourcePlace(line: line, byteOffset: offset, byteLength: 0) }
    recordEnd = offset + 1
    return byte
  }

  private func endRecord() {
    guard var ended = record else { return }
    ended.byteLength = recordEnd - ended.byteOffset
    records.append(ended)
    record = nil
  }
}
