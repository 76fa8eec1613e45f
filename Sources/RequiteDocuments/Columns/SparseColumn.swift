/// A column that holds a number only for the rows with a flag, read along with the rows.
struct SparseColumn {
  private let numbers: PackedColumn
  private var position = 0

  /// The column that comes next, of the rows whose `flags` have `flag`.
  init(from reader: inout ByteReader, _ flags: PackedColumn, _ flag: Int64) throws(DocumentFailure) {
    var count = 0
    for row in 0..<flags.count where flags[row] & flag != 0 { count += 1 }
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
