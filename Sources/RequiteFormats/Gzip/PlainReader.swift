/// A file that is not wrapped in anything.
struct PlainReader: ByteStream {
  let source: ObservedFile

  mutating func read(into room: inout OutputSpan<UInt8>) throws {
    try source.read(into: &room)
  }
}
