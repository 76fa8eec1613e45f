/// A stream that may not be longer than a limit.
struct LimitedStream: ByteStream {
  private var stream: any ByteStream
  private let source: ObservedFile
  private let limit: Int
  private var count = 0

  /// Limits `stream`, which is made of what `source` reads, to `limit` bytes.
  init(_ stream: any ByteStream, of source: ObservedFile, limit: Int) {
    self.stream = stream
    self.source = source
    self.limit = limit
  }

  mutating func read(into room: inout OutputSpan<UInt8>) throws {
    let start = room.count
    try stream.read(into: &room)
    count += room.count - start
    guard count <= limit else {
      throw ContainerFailure(.tooLarge(limit: limit), source.file.path, offset: source.offset)
    }
  }
}
