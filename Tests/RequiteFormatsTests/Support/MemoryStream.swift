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

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let piece = rest.prefix(min(pieceSize, buffer.count))
    buffer.copyBytes(from: piece)
    rest = rest.dropFirst(piece.count)
    return piece.count
  }
}
