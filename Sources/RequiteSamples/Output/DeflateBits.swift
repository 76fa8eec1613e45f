/// Bits on their way into the bytes of a deflate stream, lowest first (RFC 1951, section 3.1.1).
public struct DeflateBits {
  /// The bytes so far; the bits of the last one that are not used yet are 0.
  public private(set) var bytes: [UInt8] = []
  private var used = 8

  /// No bits yet.
  public init() {}

  /// Appends the lowest bits of a number.
  public mutating func append(_ value: UInt32, count: Int) {
    for shift in 0..<count { append(bit: value >> UInt32(shift) & 1) }
  }

  /// Appends a Huffman code, whose highest bit comes first.
  public mutating func append(code: UInt32, count: Int) {
    for shift in (0..<count).reversed() { append(bit: code >> UInt32(shift) & 1) }
  }

  /// Leaves the rest of the last byte empty.
  public mutating func fillByte() {
    used = 8
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
