import RequiteFormats

/// Where one bucket of a document stands and what it must sum to.
public struct BucketExtent: Hashable, Sendable {
  /// Bytes from the beginning of the file.
  public var offset: Int64
  /// Bytes.
  public var length: Int64
  /// Rows.
  public var rows: Int64
  /// CRC-32 of the bytes.
  public var checksum: UInt32
}

extension BucketExtent {
  var json: JSONValue {
    .array([.integer(offset), .integer(length), .integer(rows), .integer(Int64(checksum))])
  }

  init?(json: JSONValue) {
    guard let numbers = json.array?.compactMap(\.integer), numbers.count == 4, numbers.allSatisfy({ $0 >= 0 }),
      let checksum = UInt32(exactly: numbers[3])
    else { return nil }
    self.init(offset: numbers[0], length: numbers[1], rows: numbers[2], checksum: checksum)
  }
}
