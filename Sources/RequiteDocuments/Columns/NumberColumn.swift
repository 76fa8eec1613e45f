/// A column of whole numbers in a fixed number of bytes each: as few as hold the distance of every number from the
/// smallest, 0 to 8.
///
/// Layout: one byte width, eight bytes smallest number, then the distances, little-endian. A column of equal numbers takes
/// nine bytes however long it is. `PackedColumn` reads it.
enum NumberColumn {
  static func append(_ numbers: [Int64], to writer: inout ByteWriter) {
    append(numbers.count, to: &writer) { numbers[$0] }
  }

  /// A column of `count` numbers, each asked for once.
  @inline(__always)
  static func append(_ count: Int, to writer: inout ByteWriter, _ number: (Int) -> Int64) {
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: count) { numbers in
      for index in 0..<count { numbers.initializeElement(at: index, to: number(index)) }
      append(UnsafeBufferPointer(numbers), to: &writer)
    }
  }

  static func append(_ numbers: UnsafeBufferPointer<Int64>, to writer: inout ByteWriter) {
    var (least, greatest) = (Int64.max, Int64.min)
    for number in numbers {
      least = min(least, number)
      greatest = max(greatest, number)
    }
    if numbers.isEmpty { (least, greatest) = (0, 0) }
    let width = width(of: UInt64(bitPattern: greatest &- least))
    writer.append(UInt8(width))
    writer.append(least)
    writer.append(count: numbers.count * width) { start in
      switch width {
      case 0: break
      case 1: pack(numbers, least, UInt8.self, stride: 1, to: start)
      case 2: pack(numbers, least, UInt16.self, stride: 2, to: start)
      case 3, 4: pack(numbers, least, UInt32.self, stride: width, to: start)
      default: pack(numbers, least, UInt64.self, stride: width, to: start)
      }
    }
  }

  /// The bytes that hold `spread`.
  private static func width(of spread: UInt64) -> Int {
    (UInt64.bitWidth - spread.leadingZeroBitCount + 7) / 8
  }

  /// Stores whole words, of which the next overwrites what is beyond the stride.
  @inline(__always)
  private static func pack<Word: FixedWidthInteger & UnsignedInteger>(
    _ numbers: UnsafeBufferPointer<Int64>, _ least: Int64, _ word: Word.Type, stride: Int,
    to start: UnsafeMutableRawPointer
  ) {
    var place = start
    for number in numbers {
      place.storeBytes(of: Word(truncatingIfNeeded: number &- least).littleEndian, as: Word.self)
      place += stride
    }
  }
}
