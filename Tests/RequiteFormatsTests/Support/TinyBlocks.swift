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

/// Bits on their way into bytes, lowest first.
private struct DeflateBits {
  private(set) var bytes: [UInt8] = []
  private var used = 8

  mutating func append(_ value: UInt32, count: Int) {
    for shift in 0..<count { append(bit: value >> UInt32(shift) & 1) }
  }

  /// A Huffman code, whose highest bit comes first.
  mutating func append(code: UInt32, count: Int) {
    for shift in (0..<count).reversed() { append(bit: code >> UInt32(shift) & 1) }
  }

  private mutating func append(bit: UInt32) {
    if used == 8 {
      bytes.append(0)
      used = 0
    }
    bytes[bytes.count - 1] |= UInt8(bit) << UInt8(used)
    used += 1
  }
}
