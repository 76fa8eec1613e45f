/// Which columns of a row go into which fields.
struct ColumnMap: ~Copyable {
  private let pairs: UnsafeMutablePointer<(column: Int, field: Int)>
  /// How many columns are taken.
  let count: Int

  /// Takes the column at each index for the field with the same place in the list; `nil` for a column that is not
  /// there.
  init(_ columns: [Int?]) {
    let found = columns.enumerated().compactMap { field, column in column.map { (column: $0, field: field) } }
    count = found.count
    pairs = .allocate(capacity: count + 1)
    pairs.initialize(from: found, count: count)
  }

  deinit {
    pairs.deallocate()
  }

  @inline(__always)
  subscript(place: Int) -> (column: Int, field: Int) {
    pairs[place]
  }
}
