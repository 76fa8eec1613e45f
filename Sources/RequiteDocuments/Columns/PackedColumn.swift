import RequiteModel

/// The numbers of a `NumberColumn`, read where they stand: no array of them is ever made.
package struct PackedColumn {
  private let numbers: PackedNumbers

  /// Bytes behind the last number that may be read along with it.
  static let padding = PackedNumbers.padding

  /// The column of `count` numbers that comes next.
  init(from reader: inout ByteReader, count: Int) throws(DocumentFailure) {
    let width = Int(try reader.read(UInt8.self))
    let least = try reader.read(Int64.self)
    guard width <= 8 else { throw reader.damaged }
    let slice = try reader.readBytes(count * width)
    let (bytes, place) = reader.place(of: slice)
    numbers = PackedNumbers(bytes, at: place, count: count, width: width, above: least)
  }

  /// How many there are.
  package var count: Int { numbers.count }

  /// One of the numbers.
  @inline(__always)
  package subscript(index: Int) -> Int64 { numbers[index] }
}
