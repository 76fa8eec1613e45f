/// A column of 128-bit integers: as a `NumberColumn` where all fit 64 bits, else sixteen bytes each.
///
/// Layout: one byte that says which (0 or 1), then the column.
enum WideColumn {
  static func append(_ numbers: [Int128], to writer: inout ByteWriter) {
    let narrow = numbers.compactMap(Int64.init(exactly:))
    writer.append(UInt8(narrow.count == numbers.count ? 0 : 1))
    if narrow.count == numbers.count {
      NumberColumn.append(narrow, to: &writer)
    } else {
      for number in numbers { writer.append(number) }
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
