import RequiteModel

/// A column of whole numbers in a fixed number of bytes each: as few as hold the distance of every number from the
/// smallest, 0 to 8.
///
/// Layout: one byte width, eight bytes smallest number, then the distances, little-endian. A column of equal numbers takes
/// nine bytes however long it is. `PackedColumn` reads it.
enum NumberColumn {
  static func append(_ numbers: [Int64], to writer: inout ByteWriter) {
    append(numbers.span, to: &writer)
  }

  /// A column of `count` numbers, each asked for once.
  @inline(__always)
  static func append(_ count: Int, to writer: inout ByteWriter, _ number: (Int) -> Int64) {
    TemporaryNumbers.with(count, number) { append($0, to: &writer) }
  }

  static func append(_ numbers: Span<Int64>, to writer: inout ByteWriter) {
    var (least, greatest) = (Int64.max, Int64.min)
    for index in numbers.indices {
      least = min(least, numbers[index])
      greatest = max(greatest, numbers[index])
    }
    if numbers.isEmpty { (least, greatest) = (0, 0) }
    let width = width(of: UInt64(bitPattern: greatest &- least))
    writer.append(UInt8(width))
    writer.append(least)
    writer.append(numbers, above: least, width: width)
  }

  /// The bytes that hold `spread`.
  private static func width(of spread: UInt64) -> Int {
    (UInt64.bitWidth - spread.leadingZeroBitCount + 7) / 8
  }
}
