/// Puts numbers and bytes one after the other, little-endian: the beginning of every document of ours.
///
/// The room is kept by `removeAll`, so that one writer serves block after block without new memory.
struct ByteWriter {
  /// What is written, then room for more.
  private var storage: [UInt8] = []
  /// How many bytes are written.
  private(set) var count = 0

  /// What is written.
  var bytes: [UInt8] { Array(storage[..<count]) }

  /// Calls `body` with what is written.
  func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try storage.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
  }

  mutating func append<Number: FixedWidthInteger>(_ number: Number) {
    append(count: MemoryLayout<Number>.size) { $0.storeBytes(of: number.littleEndian, as: Number.self) }
  }

  mutating func append(_ raw: some Collection<UInt8>) {
    let length = raw.count
    append(count: length) { UnsafeMutableRawBufferPointer(start: $0, count: length).copyBytes(from: raw) }
  }

  /// A text's length, then its UTF-8 bytes.
  mutating func append(text: String) {
    append(UInt32(text.utf8.count))
    append(text.utf8)
  }

  /// Puts `length` bytes, which `fill` writes.
  ///
  /// It may write up to eight bytes more, which do not count: so that a number of three bytes can be stored as eight.
  @inline(__always)
  mutating func append(count length: Int, _ fill: (UnsafeMutableRawPointer) -> Void) {
    reserve(length)
    storage.withUnsafeMutableBytes { fill($0.baseAddress.unsafelyUnwrapped + count) }
    count += length
  }

  /// Forgets what is written.
  mutating func removeAll() {
    count = 0
  }

  /// Makes room for `length` more bytes.
  mutating func reserve(_ length: Int) {
    let needed = count + length + 8
    guard needed > storage.count else { return }
    storage.append(contentsOf: repeatElement(0, count: max(needed - storage.count, storage.count)))
  }
}
