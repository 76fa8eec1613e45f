import RequiteFormats

/// A stream over bytes in memory that gives at most `pieceSize` of them at a time.
struct MemoryStream: ByteStream {
  private var rest: ArraySlice<UInt8>
  private let pieceSize: Int

  init(_ bytes: [UInt8], pieceSize: Int = .max) {
    rest = bytes[...]
    self.pieceSize = pieceSize
  }

  init(_ text: String) {
    self.init(Array(text.utf8))
  }

  mutating func read(into room: inout OutputSpan<UInt8>) throws {
    let piece = rest.prefix(min(pieceSize, room.freeCapacity))
    room.append(copying: piece.span)
    rest = rest.dropFirst(piece.count)
  }
}
