import RequiteModel

/// The ids of a block's rows: a column of lengths, then the bytes without separators.
struct IdColumn {
  private var starts: [Int] = [0]
  private let bytes: ArraySlice<UInt8>

  static func append<Row>(_ bucket: StagedBucket<Row>, _ order: [Int], to writer: inout ByteWriter) {
    NumberColumn.append(order.map { Int64(bucket.id($0).count) }, to: &writer)
    for row in order { writer.append(bucket.id(row)) }
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
    slice(index).identity(of: vendor)
  }

  private func slice(_ index: Int) -> ArraySlice<UInt8> {
    bytes[bytes.startIndex + starts[index]..<bytes.startIndex + starts[index + 1]]
  }
}

extension ArraySlice<UInt8> {
  /// The identity of a row with this id: ids are unique within a vendor.
  func identity(of vendor: Hash128) -> Hash128 {
    withUnsafeBytes { Hash128($0, seed: vendor) }
  }
}
