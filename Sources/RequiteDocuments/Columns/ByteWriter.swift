/// Puts numbers and bytes one after the other, little-endian: the beginning of every document of ours.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ raw: some Sequence<UInt8>) {
    bytes.append(contentsOf: raw)
  }

  /// Makes room for `count` more bytes.
  mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(max(bytes.count + count, min(bytes.capacity * 2, bytes.count + count * 2)))
  }

  /// A text's length, then its UTF-8 bytes.
  mutating func append(text: String) {
    append(UInt32(text.utf8.count))
    append(text.utf8)
  }
}
