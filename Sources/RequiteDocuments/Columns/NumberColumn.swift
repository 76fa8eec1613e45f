/// A column of whole numbers in a fixed number of bytes each: the least of 0, 1, 2, 4 or 8 that holds the distance of every
/// number from the smallest.
///
/// Layout: one byte width, eight bytes smallest number, then the distances, little-endian. A column of equal numbers takes
/// nine bytes however long it is.
enum NumberColumn {
  static let widths = [0, 1, 2, 4, 8]

  static func append(_ numbers: [Int64], to writer: inout ByteWriter) {
    let base = numbers.min() ?? 0
    let spread = UInt64(bitPattern: (numbers.max() ?? 0) &- base)
    let width = width(of: spread)
    writer.append(UInt8(width))
    writer.append(base)
    writer.append(encode(numbers, width: width, base: base))
  }

  private static func width(of spread: UInt64) -> Int {
    switch spread {
    case 0: 0
    case ...0xFF: 1
    case ...0xFFFF: 2
    case ...0xFFFF_FFFF: 4
    default: 8
    }
  }

  private static func encode(_ numbers: [Int64], width: Int, base: Int64) -> [UInt8] {
    switch width {
    case 1: packed(numbers, base, UInt8.self)
    case 2: packed(numbers, base, UInt16.self)
    case 4: packed(numbers, base, UInt32.self)
    case 8: packed(numbers, base, UInt64.self)
    default: []
    }
  }

  static func decode(_ raw: UnsafeRawBufferPointer, width: Int, base: Int64, count: Int) -> [Int64] {
    switch width {
    case 1: unpacked(raw, base, count, UInt8.self)
    case 2: unpacked(raw, base, count, UInt16.self)
    case 4: unpacked(raw, base, count, UInt32.self)
    case 8: unpacked(raw, base, count, UInt64.self)
    default: Array(repeating: base, count: count)
    }
  }

  private static func packed<Word: FixedWidthInteger & UnsignedInteger>(
    _ numbers: [Int64], _ base: Int64, _ word: Word.Type
  ) -> [UInt8] {
    let size = numbers.count * MemoryLayout<Word>.size
    return Array(unsafeUninitializedCapacity: size) { buffer, count in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      for (index, number) in numbers.enumerated() {
        let distance = Word(truncatingIfNeeded: number &- base)
        raw.storeBytes(of: distance.littleEndian, toByteOffset: index * MemoryLayout<Word>.size, as: Word.self)
      }
      count = size
    }
  }

  private static func unpacked<Word: FixedWidthInteger & UnsignedInteger>(
    _ raw: UnsafeRawBufferPointer, _ base: Int64, _ count: Int, _ word: Word.Type
  ) -> [Int64] {
    Array(unsafeUninitializedCapacity: count) { buffer, initialized in
      for index in 0..<count {
        let distance = raw.loadUnaligned(fromByteOffset: index * MemoryLayout<Word>.size, as: Word.self)
        buffer[index] = base &+ Int64(truncatingIfNeeded: UInt64(Word(littleEndian: distance)))
      }
      initialized = count
    }
  }
}
