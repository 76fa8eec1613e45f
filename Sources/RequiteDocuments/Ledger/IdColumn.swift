import RequiteModel

/// The ids of a block's rows: a column of lengths, then the bytes without separators.
struct IdColumn {
  private var starts: [Int] = [0]
  private let bytes: FactBytes

  static func append<Row>(_ rows: StagedBucket<Row>, to writer: inout ByteWriter) {
    NumberColumn.append(rows.count, to: &writer) { Int64(rows.id($0).count) }
    for row in 0..<rows.count { writer.append(rows.id(row)) }
  }

  /// Reads the ids, which then lie in `arena`.
  init(from reader: inout ByteReader, count: Int, to arena: FactArena) throws(DocumentFailure) {
    for length in try reader.readColumn(count) {
      guard (0...65_535).contains(length) else { throw reader.damaged }
      starts.append(starts[starts.count - 1] + Int(length))
    }
    bytes = try reader.readBytes(starts[count]).withUnsafeBytes { arena.keep($0) }
  }

  subscript(index: Int) -> FactBytes {
    bytes.withUnsafeBytes { FactBytes(UnsafeRawBufferPointer(rebasing: $0[starts[index]..<starts[index + 1]])) }
  }

  /// The identity of a row: its id within its vendor, whose fingerprint is given.
  func identity(_ index: Int, of vendor: Hash128) -> Hash128 {
    self[index].withUnsafeBytes { $0.identity(of: vendor) }
  }
}

extension UnsafeRawBufferPointer {
  /// The identity of a row with this id: ids are unique within a vendor.
  @inline(__always)
  func identity(of vendor: Hash128) -> Hash128 {
    Hash128(self, seed: vendor)
  }
}
