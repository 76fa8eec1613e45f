import RequiteModel

/// The ids of a block's rows: a column of lengths, then the bytes without separators.
struct IdColumn {
  private var starts: [Int] = [0]
  private let bytes: ArraySlice<UInt8>

  static func append<Row>(_ rows: StagedBucket<Row>, to writer: inout ByteWriter) {
    NumberColumn.append(rows.count, to: &writer) { Int64(rows.id($0).count) }
    for row in 0..<rows.count { writer.append(rows.id(row)) }
  }

  init(from reader: inout ByteReader, count: Int) throws(DocumentFailure) {
    for length in try reader.readColumn(count) {
      guard (0...65_535).contains(length) else { throw reader.damaged }
      starts.append(starts[starts.count - 1] + Int(length))
    }
    bytes = try reader.readBytes(starts[count])
  }

  subscript(index: Int) -> [UInt8] { Array(slice(index)) }

  /// The identity of a row: its id within its vendor, whose fingerprint is given.
  func identity(_ index: Int, of vendor: Hash128) -> Hash128 {
    slice(index).withUnsafeBytes { $0.identity(of: vendor) }
  }

  private func slice(_ index: Int) -> ArraySlice<UInt8> {
    bytes[bytes.startIndex + starts[index]..<bytes.startIndex + starts[index + 1]]
  }
}

extension UnsafeRawBufferPointer {
  /// The identity of a row with this id: ids are unique within a vendor.
  @inline(__always)
  func identity(of vendor: Hash128) -> Hash128 {
    Hash128(self, seed: vendor)
  }
}
