/// The part of a dump that lies in memory: what is left of the last piece, then the next piece, then zeros.
///
/// The zeros let a scan read whole blocks of 64 bytes. At the end of a dump without a final newline one is added, so
/// that a row ends the same way everywhere.
struct RowBuffer: ~Copyable {
  /// What is in memory, for a scan.
  private(set) var content: SlidingBytes
  /// The place of the first byte in memory in the dump.
  private(set) var origin = 0
  /// Whether the dump has no more bytes than those in memory.
  private(set) var isAtEnd = false
  private let chunkSize: Int
  private var lastByte: UInt8 = 0x0A
  private var stream: any ByteStream

  /// A buffer that asks `stream` for `chunkSize` bytes at a time.
  init(_ stream: any ByteStream, chunkSize: Int) {
    precondition(chunkSize > 0, "a chunk has at least one byte")
    self.stream = stream
    self.chunkSize = chunkSize
    content = SlidingBytes(capacity: 2 * chunkSize)
  }

  /// The bytes in memory, until more are read.
  @inline(__always)
  var text: Bytes { content.bytes }

  /// How many bytes are in memory.
  var count: Int { content.count }

  /// Drops the bytes before `start`, moves the rest to the front and reads the next piece behind it.
  mutating func refill(keepingFrom start: Int) throws {
    content.removeFirst(start)
    origin += start
    let read = try content.append(atMost: chunkSize) { try stream.read(into: &$0) }
    if read > 0 {
      lastByte = text[count - 1]
    } else {
      finish()
    }
  }

  /// Reads until `wanted` bytes are in memory or the dump ends.
  mutating func gather(_ wanted: Int) throws {
    while count < wanted && !isAtEnd { try refill(keepingFrom: 0) }
  }

  private mutating func finish() {
    isAtEnd = true
    guard lastByte != 0x0A else { return }
    content.append(atMost: 1) { $0.append(0x0A) }
    lastByte = 0x0A
  }
}
