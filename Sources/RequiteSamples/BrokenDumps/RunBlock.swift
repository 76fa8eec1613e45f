/// A deflate block that says one byte over and over: how a megabyte fits into kilobytes without a compressor.
///
/// Fixed codes of RFC 1951, section 3.2.6: the byte once, then matches of length 258 at distance 1. An empty stored
/// block follows, so that the next block begins on a byte.
struct RunBlock {
  /// The stream.
  let bytes: [UInt8]
  /// How many bytes it stands for: 1 + 258 · matches.
  let count: Int

  /// A block, not the last of its stream, of `byte` (below 144, as text is) and `matches` repetitions.
  init(of byte: UInt8, matches: Int) {
    precondition(byte < 144, "Bytes from 144 on have codes of nine bits.")
    var bits = DeflateBits()
    bits.append(0, count: 1)
    bits.append(1, count: 2)
    bits.append(code: 0x30 + UInt32(byte), count: 8)
    for _ in 0..<matches {
      bits.append(code: 0b1100_0101, count: 8)
      bits.append(code: 0, count: 5)
    }
    bits.append(code: 0, count: 7)
    bits.append(0, count: 3)
    bits.fillByte()
    bytes = bits.bytes + [0, 0, 0xFF, 0xFF]
    count = 1 + 258 * matches
  }
}
