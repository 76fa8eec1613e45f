/// The numbers of a `NumberColumn`, read where they stand: no array of them is ever made.
package struct PackedColumn {
  /// Keeps what `start` points to.
  private let owner: [UInt8]
  private let start: UnsafeRawPointer
  private let width: Int
  private let mask: UInt64
  private let least: Int64
  /// How many there are.
  package let count: Int

  /// Bytes behind the last number that may be read along with it.
  static let padding = 8

  /// The column of `count` numbers that comes next.
  init(from reader: inout ByteReader, count: Int) throws(DocumentFailure) {
    width = Int(try reader.read(UInt8.self))
    least = try reader.read(Int64.self)
    guard width <= 8 else { throw reader.damaged }
    let slice = try reader.readBytes(count * width)
    let (bytes, place) = PackedColumn.padded(slice, reader)
    owner = bytes
    // The bytes of an array that nobody changes stay where they are as long as somebody holds it.
    start = bytes.withUnsafeBytes { $0.baseAddress.unsafelyUnwrapped + place }
    mask = width == 0 ? 0 : UInt64.max >> UInt64(64 - 8 * width)
    self.count = count
  }

  /// One of the numbers.
  @inline(__always)
  package subscript(index: Int) -> Int64 {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "a number was asked for that the column lacks")
    let word = UInt64(littleEndian: start.loadUnaligned(fromByteOffset: index &* width, as: UInt64.self))
    return least &+ Int64(bitPattern: word & mask)
  }

  /// Bytes in which `slice` stands with as many behind it as may be read along, and where it begins there.
  private static func padded(_ slice: ArraySlice<UInt8>, _ reader: ByteReader) -> (bytes: [UInt8], place: Int) {
    let (bytes, place) = reader.place(of: slice)
    if place + slice.count + padding <= bytes.count { return (bytes, place) }
    return (Array(slice) + Array(repeating: 0, count: padding), 0)
  }
}
