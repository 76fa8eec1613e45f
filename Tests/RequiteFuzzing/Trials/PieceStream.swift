import RequiteFormats

/// A text in memory, given in pieces of at most `size` bytes.
struct PieceStream: ByteStream {
  private var rest: ArraySlice<UInt8>
  private let size: Int

  init(_ bytes: [UInt8], size: Int) {
    rest = bytes[...]
    self.size = size
  }

  mutating func read(into room: inout OutputSpan<UInt8>) throws {
    let piece = rest.prefix(min(size, room.freeCapacity))
    room.append(copying: piece.span)
    rest = rest.dropFirst(piece.count)
  }
}
