/// A text in another encoding, as UTF-8.
///
/// Bytes that mean nothing in the encoding become one that means nothing in UTF-8, so that the row that has them, and
/// no other, is set aside for `encoding.utf8`.
package final class TranscodedStream: RewritingStream {
  /// Behind a character that is not ASCII: its end in UTF-8 and in the source.
  private struct Waypoint {
    var target: Int
    var source: Int
  }

  /// More waypoints than this ahead of the row that is looked at mean a row without an end; the oldest are let go.
  private static let waypointLimit = 1 << 22
  private static let pieceSize = 64 * 1024
  private static let invalid: UInt8 = 0xFF

  private var stream: any ByteStream
  private var encoding: TextEncoding
  private let upperCharacters: [UInt16]
  /// What was read last; between two pieces the bytes that are half a character.
  private var piece: [UInt8] = []
  private var pending: [UInt8] = []
  private var given = 0
  private var isAtEnd = false
  private var isAtStart = true
  private var position = Waypoint(target: 0, source: 0)
  private var waypoints: [Waypoint] = []
  private var last = Waypoint(target: 0, source: 0)
  private var next = 0

  /// Rewrites `stream` as UTF-8.
  package init(_ stream: any ByteStream, from encoding: TextEncoding) {
    self.stream = stream
    self.encoding = encoding
    upperCharacters = encoding.upperCharacters
  }

  package func read(into room: inout OutputSpan<UInt8>) throws {
    while given == pending.count && !isAtEnd { try transcode() }
    let end = given + min(room.freeCapacity, pending.count - given)
    room.append(copying: pending.span.extracting(given..<end))
    given = end
  }

  package func place(before place: SourcePlace) -> SourcePlace {
    let start = source(of: place.byteOffset)
    let end = source(of: place.byteOffset + place.byteLength)
    return SourcePlace(line: place.line, byteOffset: start, byteLength: end - start)
  }

  /// The place in the source of a place in UTF-8, asked in rising order.
  private func source(of target: Int) -> Int {
    while next < waypoints.count && waypoints[next].target <= target {
      last = waypoints[next]
      next += 1
    }
    forget()
    return last.source + (target - last.target) * encoding.asciiWidth
  }

  private func forget() {
    guard next > 65_536 else { return }
    waypoints.removeFirst(next)
    next = 0
  }
}

// MARK: - Decoding

extension TranscodedStream {
  private func transcode() throws {
    pending.removeAll(keepingCapacity: true)
    given = 0
    let carried = piece.count
    try piece.append(addingCapacity: Self.pieceSize) { try stream.read(into: &$0) }
    isAtEnd = piece.count == carried
    // The mark has two bytes, which may come one by one.
    if isAtStart && encoding == .utf16 && (piece.count >= 2 || isAtEnd) { findByteOrder() }
    isAtStart = isAtStart && piece.count < 2
    let used = encoding.asciiWidth == 1 ? decodeSingle(piece.span) : decodePairs(piece.span)
    piece.removeFirst(used)
    if isAtEnd && !piece.isEmpty { append([Self.invalid], width: piece.count) }
    if waypoints.count > Self.waypointLimit {
      waypoints.removeFirst(Self.waypointLimit / 2)
      next = max(0, next - Self.waypointLimit / 2)
    }
  }

  private func findByteOrder() {
    encoding = piece.count >= 2 && piece[0] == 0xFE && piece[1] == 0xFF ? .utf16BigEndian : .utf16LittleEndian
  }

  private func decodeSingle(_ bytes: Span<UInt8>) -> Int {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte < 0x80 {
        ascii(byte)
      } else {
        append(scalar: UInt32(upperCharacters[Int(byte) - 0x80]), width: 1)
      }
    }
    return index
  }

  /// Decodes UTF-16, all of it but half a character at the end.
  private func decodePairs(_ bytes: Span<UInt8>) -> Int {
    var index = 0
    while index + 2 <= bytes.count {
      let unit = unit(bytes, index)
      if unit < 0x80 {
        ascii(UInt8(unit))
        index += 2
      } else if unit & 0xF800 != 0xD800 {
        append(scalar: unit, width: 2)
        index += 2
      } else if unit < 0xDC00, index + 4 > bytes.count, !isAtEnd {
        return index
      } else if unit < 0xDC00, index + 4 <= bytes.count, self.unit(bytes, index + 2) & 0xFC00 == 0xDC00 {
        append(scalar: 0x10000 + (unit & 0x3FF) << 10 + self.unit(bytes, index + 2) & 0x3FF, width: 4)
        index += 4
      } else {
        append([Self.invalid], width: 2)
        index += 2
      }
    }
    return index
  }

  private func unit(_ bytes: Span<UInt8>, _ index: Int) -> UInt32 {
    let isBig = encoding == .utf16BigEndian
    return UInt32(bytes[index + (isBig ? 0 : 1)]) << 8 | UInt32(bytes[index + (isBig ? 1 : 0)])
  }

  private func ascii(_ byte: UInt8) {
    pending.append(byte)
    position.target += 1
    position.source += encoding.asciiWidth
  }

  private func append(scalar number: UInt32, width: Int) {
    if number == 0 { return append([Self.invalid], width: width) }
    guard let scalar = Unicode.Scalar(number), let bytes = UTF8.encode(scalar) else { return }
    append(bytes, width: width)
  }

  private func append(_ bytes: some Collection<UInt8>, width: Int) {
    pending.append(contentsOf: bytes)
    position.target += bytes.count
    position.source += width
    waypoints.append(position)
  }
}
