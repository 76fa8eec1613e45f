/// How many rows of a block have each of eight flags: counted once, for all the columns that only such rows are in.
struct FlagCounts {
  private var counts = InlineArray<8, Int>(repeating: 0)

  /// Counts the flags of all rows, the bits of one byte each.
  init(_ flags: PackedColumn) {
    var start = 0
    while start < flags.count {
      // A byte for every flag, which holds no more than 255.
      let end = min(flags.count, start + 255)
      var sums: UInt64 = 0
      for row in start..<end { sums &+= FlagCounts.spread(UInt8(truncatingIfNeeded: flags[row])) }
      for bit in counts.indices { counts[bit] += Int(sums >> UInt64(8 * bit) & 255) }
      start = end
    }
  }

  /// How many rows have a flag, which is one bit.
  subscript(flag: some FixedWidthInteger) -> Int { counts[flag.trailingZeroBitCount] }

  /// One byte for each bit, 1 where the bit is set.
  @inline(__always)
  private static func spread(_ bits: UInt8) -> UInt64 {
    let apart = UInt64(bits) &* 0x0101_0101_0101_0101 & 0x8040_2010_0804_0201
    return (apart &+ 0x7F7F_7F7F_7F7F_7F7F) >> 7 & 0x0101_0101_0101_0101
  }
}
