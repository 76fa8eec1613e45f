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

  mutating func read<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type = Number.self
  ) throws(DocumentFailure) -> Number {
    bytes.littleEndian(at: try take(MemoryLayout<Number>.size).lowerBound)
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

  /// The numbers of the next column; `PackedColumn` reads them without an array.
  mutating func readColumn(_ count: Int) throws(DocumentFailure) -> [Int64] {
    let column = try PackedColumn(from: &self, count: count)
    return [Int64](capacity: count) { numbers in for index in 0..<count { numbers.append(column[index]) } }
  }

  var damaged: DocumentFailure { .damaged(document) }

  private mutating func take(_ count: Int) throws(DocumentFailure) -> Range<Int> {
    guard count >= 0, count <= end - position else { throw damaged }
    defer { position += count }
    return position..<position + count
  }
}
