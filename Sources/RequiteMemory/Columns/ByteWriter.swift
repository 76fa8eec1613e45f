/// Puts numbers and bytes one after the other, little-endian: the beginning of every document of ours.
///
/// Behind the last byte there is always room for a word, so that a number of three bytes can be stored as eight. The room is
/// kept by `removeAll`, so that the same memory serves block after block.
public struct ByteWriter {
  /// What is written, then room for more.
  @usableFromInline var storage: [UInt8] = []
  @usableFromInline var written = 0

  @usableFromInline static let slack = 8

  /// No bytes.
  public init() {}

  /// How many bytes are written.
  @inlinable public var count: Int { written }

  /// A copy of what is written.
  public var bytes: [UInt8] { Array(storage[..<count]) }

  /// Calls `body` with what is written.
  public func withSpan<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
    try body(storage.span.extracting(..<count))
  }

  /// Adds a number, the lowest byte first.
  @inlinable
  @inline(__always)
  public mutating func append<Number: FixedWidthInteger>(_ number: Number) {
    append(count: MemoryLayout<Number>.size) { $0.storeBytes(of: number.littleEndian, as: Number.self) }
  }

  /// Adds a copy of bytes.
  public mutating func append(_ bytes: [UInt8]) {
    append(bytes.span)
  }

  /// Adds a text's length in 32 bits, then its UTF-8 bytes.
  public mutating func append(text: String) {
    append(UInt32(text.utf8.count))
    append(text.utf8Span.span)
  }

  /// Adds a copy of bytes.
  public mutating func append(_ bytes: Span<UInt8>) {
    append(count: bytes.count) { room in
      bytes.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(start: room, count: $0.count).copyMemory(from: $0)
      }
    }
  }

  /// Adds numbers as their distances from `least`, which none is below, in `width` bytes each, 0 to 8, the lowest first.
  ///
  /// A distance that takes more bytes loses the others.
  public mutating func append(_ numbers: Span<Int64>, above least: Int64, width: Int) {
    precondition((0...8).contains(width), "a number takes no more than eight bytes")
    append(count: numbers.count * width) { room in
      switch width {
      case 0: break
      case 1: ByteWriter.pack(numbers, least, UInt8.self, stride: 1, to: room)
      case 2: ByteWriter.pack(numbers, least, UInt16.self, stride: 2, to: room)
      case 3, 4: ByteWriter.pack(numbers, least, UInt32.self, stride: width, to: room)
      default: ByteWriter.pack(numbers, least, UInt64.self, stride: width, to: room)
      }
    }
  }

  /// Forgets what is written.
  public mutating func removeAll() {
    written = 0
  }

  /// Stores whole words, of which the next overwrites what is beyond the stride.
  @inline(__always)
  private static func pack<Word: FixedWidthInteger & UnsignedInteger>(
    _ numbers: Span<Int64>, _ least: Int64, _ word: Word.Type, stride: Int, to start: UnsafeMutableRawPointer
  ) {
    var place = start
    for index in numbers.indices {
      place.storeBytes(of: Word(truncatingIfNeeded: numbers[index] &- least).littleEndian, as: Word.self)
      place += stride
    }
  }

  /// Adds `length` bytes, which `fill` writes; it may write a word more, which does not count.
  @inlinable
  @inline(__always)
  mutating func append(count length: Int, _ fill: (UnsafeMutableRawPointer) -> Void) {
    let needed = written + length + ByteWriter.slack
    if needed > storage.count { grow(to: needed) }
    storage.withUnsafeMutableBytes { fill($0.baseAddress.unsafelyUnwrapped + written) }
    written += length
  }

  @usableFromInline
  mutating func grow(to needed: Int) {
    storage.append(contentsOf: repeatElement(0, count: max(needed - storage.count, storage.count)))
  }
}
