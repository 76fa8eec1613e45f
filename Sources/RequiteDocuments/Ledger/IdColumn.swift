import RequiteModel

/// The ids of a block's rows: a column of lengths, then the bytes without separators.
struct IdColumn {
  private let lengths: PackedColumn
  /// The bytes of the ids that were not read yet.
  private var rest: UnsafeRawBufferPointer
  private var row = 0

  static func append<Row>(_ rows: StagedBucket<Row>, to writer: inout ByteWriter) {
    NumberColumn.append(rows.count, to: &writer) { Int64(rows.id($0).count) }
    for row in 0..<rows.count { writer.append(rows.id(row)) }
  }

  /// Reads the ids, which then lie in `arena`.
  init(from reader: inout ByteReader, count: Int, to arena: FactArena) throws(DocumentFailure) {
    lengths = try PackedColumn(from: &reader, count: count)
    var size = 0
    for row in 0..<count {
      guard (0...65_535).contains(lengths[row]) else { throw reader.damaged }
      size += Int(lengths[row])
    }
    rest = try reader.readBytes(size).withUnsafeBytes { arena.keep($0) }.withUnsafeBytes { $0 }
  }

  /// The id of the next row.
  @inline(__always)
  mutating func next() -> FactBytes {
    let length = Int(lengths[row])
    row += 1
    defer { rest = UnsafeRawBufferPointer(rebasing: rest[length...]) }
    return FactBytes(UnsafeRawBufferPointer(rebasing: rest[..<length]))
  }
}

extension FactBytes {
  /// The identity of a row with this id within its vendor, whose fingerprint is given.
  @inline(__always)
  func identity(of vendor: Hash128) -> Hash128 {
    withUnsafeBytes { $0.identity(of: vendor) }
  }
}

extension UnsafeRawBufferPointer {
  /// The identity of a row with this id: ids are unique within a vendor.
  @inline(__always)
  func identity(of vendor: Hash128) -> Hash128 {
    Hash128(self, seed: vendor)
  }
}
