import RequiteModel

/// A column of 128-bit integers: as a `NumberColumn` where all fit 64 bits, else sixteen bytes each.
///
/// Layout: one byte that says which (0 or 1), then the column.
enum WideColumn {
  /// A column of `count` numbers, each asked for twice.
  @inline(__always)
  static func append(_ count: Int, to writer: inout ByteWriter, _ number: (Int) -> Int128) {
    let isNarrow = (0..<count).allSatisfy { Int64(exactly: number($0)) != nil }
    writer.append(UInt8(isNarrow ? 0 : 1))
    if isNarrow {
      NumberColumn.append(count, to: &writer) { Int64(truncatingIfNeeded: number($0)) }
    } else {
      for index in 0..<count { writer.append(number(index)) }
    }
  }

  static func read(_ count: Int, from reader: inout ByteReader) throws(DocumentFailure) -> [Int128] {
    switch try reader.read(UInt8.self) {
    case 0: return try reader.readColumn(count).map { Int128($0) }
    case 1:
      var numbers: [Int128] = []
      for _ in 0..<count { numbers.append(try reader.read()) }
      return numbers
    default: throw reader.damaged
    }
  }
}
