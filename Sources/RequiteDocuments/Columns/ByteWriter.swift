import RequiteModel

/// Puts numbers and bytes one after the other, little-endian: the beginning of every document of ours.
///
/// The room is kept by `removeAll`, so that one writer serves block after block without new memory.
struct ByteWriter {
  private var storage = GrowingBytes()

  /// How many bytes are written.
  var count: Int { storage.count }

  /// What is written.
  var bytes: [UInt8] { storage.bytes }

  /// Calls `body` with what is written.
  func withSpan<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
    try storage.withSpan(body)
  }

  mutating func append<Number: FixedWidthInteger>(_ number: Number) {
    storage.append(number)
  }

  mutating func append(_ bytes: [UInt8]) {
    storage.append(copying: bytes.span)
  }

  mutating func append(_ bytes: Span<UInt8>) {
    storage.append(copying: bytes)
  }

  /// A text's length, then its UTF-8 bytes.
  mutating func append(text: String) {
    append(UInt32(text.utf8.count))
    storage.append(copying: text.utf8Span.span)
  }

  /// Numbers as their distances from `least`, in `width` bytes each.
  mutating func append(_ numbers: Span<Int64>, above least: Int64, width: Int) {
    storage.append(numbers, above: least, width: width)
  }

  /// Forgets what is written.
  mutating func removeAll() {
    storage.removeAll()
  }
}
