/// A column that holds a number only for the rows with a flag, read along with the rows.
struct SparseColumn {
  private let numbers: PackedColumn
  private var position = 0

  /// The column that comes next, of as many rows as have its flag.
  init(from reader: inout ByteReader, count: Int) throws(DocumentFailure) {
    numbers = try PackedColumn(from: &reader, count: count)
  }

  /// Calls `body` with every number, before any is taken.
  func forEach(_ body: (Int64) -> Void) {
    for place in 0..<numbers.count { body(numbers[place]) }
  }

  /// The number of the next row that has one.
  @inline(__always)
  mutating func next() -> Int64 {
    defer { position += 1 }
    return numbers[position]
  }

  /// Passes the number of the next row that has one.
  @inline(__always)
  mutating func skip() { position += 1 }
}
