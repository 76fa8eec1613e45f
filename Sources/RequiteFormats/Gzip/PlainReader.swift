/// A file that is not wrapped in anything.
struct PlainReader: ByteStream {
  let source: ObservedFile

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    try source.read(into: buffer)
  }
}
