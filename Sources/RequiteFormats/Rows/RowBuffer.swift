/// The part of a dump that lies in memory: what is left of the last piece, then the next piece, then zeros.
///
/// The zeros let a scan read whole blocks of 64 bytes. At the end of a dump without a final newline one is added, so
/// that a row ends the same way everywhere.
struct RowBuffer: ~Copyable {
  /// Zero bytes after the content.
  private static let padding = 64

  /// The first byte in memory.
  private(set) var base: UnsafeMutablePointer<UInt8>
  /// Bytes in memory.
  private(set) var count = 0
  /// The place of the first byte in memory in the dump.
  private(set) var origin = 0
  /// Whether the dump has no more bytes than those in memory.
  private(set) var isAtEnd = false
  private var capacity: Int
  private let chunkSize: Int
  private var lastByte: UInt8 = 0x0A
  private var stream: any ByteStream

  /// A buffer that asks `stream` for `chunkSize` bytes at a time.
  init(_ stream: any ByteStream, chunkSize: Int) {
    precondition(chunkSize > 0, "a chunk has at least one byte")
    self.stream = stream
    self.chunkSize = chunkSize
    capacity = 2 * chunkSize
    base = .allocate(capacity: capacity + Self.padding)
  }

  deinit {
    base.deallocate()
  }

  /// Drops the bytes before `start`, moves the rest to the front and reads the next piece behind it.
  mutating func refill(keepingFrom start: Int) throws {
    moveToFront(from: start)
    let room = UnsafeMutableRawBufferPointer(start: base + count, count: min(chunkSize, capacity - count - 1))
    let read = try stream.read(into: room)
    count += read
    if read > 0 {
      lastByte = base[count - 1]
    } else {
      finish()
    }
    (base + count).update(repeating: 0, count: Self.padding)
  }

  /// Reads until `wanted` bytes are in memory or the dump ends.
  mutating func gather(_ wanted: Int) throws {
    while count < wanted && !isAtEnd { try refill(keepingFrom: 0) }
  }

  private mutating func moveToFront(from start: Int) {
    let left = count - start
    if left + chunkSize + 1 > capacity {
      let old = base
      capacity = 2 * left + chunkSize + 1
      base = .allocate(capacity: capacity + Self.padding)
      base.update(from: old + start, count: left)
      old.deallocate()
    } else if start > 0 {
      base.update(from: base + start, count: left)
    }
    count = left
    origin += start
  }

  private mutating func finish() {
    isAtEnd = true
    guard lastByte != 0x0A else { return }
    base[count] = 0x0A
    count += 1
    lastByte = 0x0A
  }
}
