/// A column of whole numbers in a fixed number of bytes each: the least of 0, 1, 2, 4 or 8 that holds the distance of every
/// number from the smallest.
///
/// Layout: one byte width, eight bytes smallest number, then the distances, little-endian. A column of equal numbers takes
/// nine bytes however long it is.
enum NumberColumn {
  static let widths = [0, 1, 2, 4, 8]

  static func append(_ numbers: [Int64], to writer: inout ByteWriter) {
    numbers.withUnsafeBufferPointer { append($0, to: &writer) }
  }

  /// A column of `count` numbers, each asked for once.
  @inline(__always)
  static func append(_ count: Int, to writer: inout ByteWriter, _ number: (Int) -> Int64) {
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: count) { numbers in
      for index in 0..<count { numbers.initializeElement(at: index, to: number(index)) }
      append(UnsafeBufferPointer(numbers), to: &writer)
    }
  }

  /// A column of those of `count` numbers that are not `absent`.
  @inline(__always)
  static func append(_ count: Int, without absent: Int64, to writer: inout ByteWriter, _ number: (Int) -> Int64) {
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: count) { numbers in
      var present = 0
      for index in 0..<count {
        numbers.initializeElement(at: present, to: number(index))
        if numbers[present] != absent { present += 1 }
      }
      append(UnsafeBufferPointer(rebasing: numbers[..<present]), to: &writer)
    }
  }

  private static func append(_ numbers: UnsafeBufferPointer<Int64>, to writer: inout ByteWriter) {
    var (least, greatest) = (Int64.max, Int64.min)
    for number in numbers {
      least = min(least, number)
      greatest = max(greatest, number)
    }
    let base = numbers.isEmpty ? 0 : least
    let width = width(of: numbers.isEmpty ? 0 : UInt64(bitPattern: greatest &- least))
    writer.append(UInt8(width))
    writer.append(base)
    switch width {
    case 1: pack(numbers, base, UInt8.self, to: &writer)
    case 2: pack(numbers, base, UInt16.self, to: &writer)
    case 4: pack(numbers, base, UInt32.self, to: &writer)
    case 8: pack(numbers, base, UInt64.self, to: &writer)
    default: break
    }
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

  static func decode(_ raw: UnsafeRawBufferPointer, width: Int, base: Int64, count: Int) -> [Int64] {
    switch width {
    case 1: unpacked(raw, base, count, UInt8.self)
    case 2: unpacked(raw, base, count, UInt16.self)
    case 4: unpacked(raw, base, count, UInt32.self)
    case 8: unpacked(raw, base, count, UInt64.self)
    default: Array(repeating: base, count: count)
    }
  }

  private static func pack<Word: FixedWidthInteger & UnsignedInteger>(
    _ numbers: UnsafeBufferPointer<Int64>, _ base: Int64, _ word: Word.Type, to writer: inout ByteWriter
  ) {
    withUnsafeTemporaryAllocation(of: Word.self, capacity: numbers.count) { words in
      for index in 0..<numbers.count {
        words.initializeElement(at: index, to: Word(truncatingIfNeeded: numbers[index] &- base).littleEndian)
      }
      writer.append(UnsafeRawBufferPointer(words))
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
