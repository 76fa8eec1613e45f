import RequiteSamples

/// A deflate stream of one block a byte, each with codes of its own: the input that takes a decompressor longest.
enum TinyBlocks {
  /// The stream of `content`; all bytes from 11 to 106 may be in it, so that every run of zeros has one way to be written.
  static func deflated(_ content: [UInt8]) -> [UInt8] {
    var bits = DeflateBits()
    for byte in content { appendBlock(byte, to: &bits) }
    // An empty block of fixed codes ends the stream.
    bits.append(3, count: 3)
    bits.append(0, count: 7)
    return bits.bytes
  }

  /// A block of dynamic codes (RFC 1951, section 3.2.7), in which only a byte and the end of the block have one.
  private static func appendBlock(_ byte: UInt8, to bits: inout DeflateBits) {
    precondition((11...106).contains(byte), "other bytes need other codes")
    bits.append(0b100, count: 3)  // not the last; dynamic codes
    bits.append(0, count: 5)  // 257 codes of letters
    bits.append(0, count: 5)  // 1 code of distances
    bits.append(14, count: 4)  // 18 lengths of codes of lengths follow
    for symbol in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1] {
      bits.append([0, 1, 17, 18].contains(symbol) ? 2 : 0, count: 3)
    }
    appendZeros(Int(byte), to: &bits)
    bits.append(code: 0b01, count: 2)  // the byte has a code of one bit
    appendZeros(138, to: &bits)
    appendZeros(256 - Int(byte) - 1 - 138, to: &bits)
    bits.append(code: 0b01, count: 2)  // and so has the end
    bits.append(code: 0b00, count: 2)  // no distances
    bits.append(code: 0, count: 1)
    bits.append(code: 1, count: 1)
  }

  /// So many lengths of zero, 11 to 138, in one go.
  private static func appendZeros(_ count: Int, to bits: inout DeflateBits) {
    precondition((11...138).contains(count), "a run of zeros has 11 to 138")
    bits.append(code: 0b11, count: 2)
    bits.append(UInt32(count - 11), count: 7)
  }
}
