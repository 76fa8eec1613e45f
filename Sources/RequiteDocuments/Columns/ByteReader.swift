/// Takes numbers and bytes out of a document in the order in which `ByteWriter` put them.
///
/// Every step is checked: a document that ends too soon or holds an impossible count throws instead of trapping, since a
/// damaged file is not our fault.
struct ByteReader {
  private let bytes: [UInt8]
  private let end: Int
  private var position: Int
  private let document: String

  /// Reads `bytes`, which belong to the file called `document`.
  init(_ bytes: [UInt8], document: String) {
    self.init(bytes, in: bytes.indices, document: document)
  }

  /// Reads a part of `bytes`, without a copy.
  init(_ bytes: [UInt8], in part: Range<Int>, document: String) {
    self.bytes = bytes
    (position, end) = (part.lowerBound, part.upperBound)
    self.document = document
  }

  var isAtEnd: Bool { position == end }

  mutating func read<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) throws(DocumentFailure) -> Number {
    let range = try take(MemoryLayout<Number>.size)
    return bytes.withUnsafeBytes {
      Number(littleEndian: $0.loadUnaligned(fromByteOffset: range.lowerBound, as: Number.self))
    }
  }

  /// A count that the rest of the document can hold when each item takes at least `size` bytes.
  mutating func readCount(ofItems size: Int) throws(DocumentFailure) -> Int {
    let count = Int(try read(UInt32.self))
    guard count * size <= end - position else { throw damaged }
    return count
  }

  mutating func readBytes(_ count: Int) throws(DocumentFailure) -> ArraySlice<UInt8> {
    bytes[try take(count)]
  }

  /// Where a slice that was read stands in the bytes of the document.
  func place(of slice: ArraySlice<UInt8>) -> (bytes: [UInt8], start: Int) {
    (bytes, slice.startIndex)
  }

  mutating func readText() throws(DocumentFailure) -> String {
    let count = try readCount(ofItems: 1)
    return String(decoding: try readBytes(count), as: UTF8.self)
  }

  mutating func readColumn(_ count: Int) throws(DocumentFailure) -> [Int64] {
    let width = Int(try read(UInt8.self))
    let base = try read(Int64.self)
    guard NumberColumn.widths.contains(width) else { throw damaged }
    let range = try take(count * width)
    return bytes.withUnsafeBytes {
      NumberColumn.decode(UnsafeRawBufferPointer(rebasing: $0[range]), width: width, base: base, count: count)
    }
  }

  var damaged: DocumentFailure { .damaged(document) }

  private mutating func take(_ count: Int) throws(DocumentFailure) -> Range<Int> {
    guard count >= 0, count <= end - position else { throw damaged }
    defer { position += count }
    return position..<position + count
  }
}
