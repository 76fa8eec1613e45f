/// The threads of a block: whose they are and how many rows each has.
struct ThreadLengths {
  /// The vendors in the codes of the ledger.
  let vendors: PackedColumn
  /// How many rows each has.
  let lengths: PackedColumn

  /// Reads them for a block of `rows` rows.
  init(from reader: inout ByteReader, rows: Int) throws(DocumentFailure) {
    let count = try reader.readCount(ofItems: 0)
    vendors = try PackedColumn(from: &reader, count: count)
    lengths = try PackedColumn(from: &reader, count: count)
    guard lengths.divides(rows) else { throw reader.damaged }
  }

  /// How many threads there are.
  var count: Int { lengths.count }
}

extension PackedColumn {
  /// Whether every group has rows, and together they have all `rows`.
  func divides(_ rows: Int) -> Bool {
    var rest = Int64(rows)
    for group in 0..<count {
      guard self[group] > 0, self[group] <= rest else { return false }
      rest -= self[group]
    }
    return rest == 0
  }
}
