import RequiteModel

/// The lines of a crosswalk of one bucket as bytes, sorted, each once.
///
/// Layout: the number of lines in 32 bits, then high and low half of the customer, the key with its kind, the key, and the
/// key as it was written, a `NumberColumn` each.
enum CrosswalkBlock {
  private static let columns: [KeyPath<CrosswalkRow, UInt64> & Sendable] = [
    \.customer.high, \.customer.low, \.typed.high, \.typed.low, \.plain.high, \.plain.low, \.written.high,
    \.written.low,
  ]

  /// The staged lines in order, each once.
  static func distinct(_ bucket: StagedBucket<CrosswalkRow>) -> [CrosswalkRow] {
    let sorted = (0..<bucket.count).map { bucket[$0] }.sorted()
    return sorted.indices.filter { $0 == 0 || sorted[$0 - 1] != sorted[$0] }.map { sorted[$0] }
  }

  static func encode(_ rows: [CrosswalkRow], to writer: inout ByteWriter) {
    writer.append(UInt32(rows.count))
    for column in columns {
      NumberColumn.append(rows.count, to: &writer) { Int64(bitPattern: rows[$0][keyPath: column]) }
    }
  }

  static func decode(_ reader: inout ByteReader) throws(DocumentFailure) -> [CrosswalkRow] {
    let count = try reader.readCount(ofItems: 0)
    var halves: [[UInt64]] = []
    for _ in columns { halves.append(try reader.readColumn(count).map { UInt64(bitPattern: $0) }) }
    guard reader.isAtEnd else { throw reader.damaged }
    return (0..<count).map { row in
      let person = { (column: Int) in Pseudonym(high: halves[column][row], low: halves[column + 1][row]) }
      return CrosswalkRow(written: person(6), plain: person(4), typed: person(2), customer: person(0))
    }
  }
}

extension LedgerReader {
  /// The lines of a crosswalk of one bucket; empty for a ledger of another kind.
  public func crosswalk(bucket: Int) throws -> [CrosswalkRow] {
    guard footer.kind == .crosswalk, footer.buckets[bucket].rows > 0 else { return [] }
    var reader = try block(bucket)
    return try CrosswalkBlock.decode(&reader)
  }
}
