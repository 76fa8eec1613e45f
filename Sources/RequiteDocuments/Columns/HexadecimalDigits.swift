/// Lower-case hexadecimal digits as half as many bytes.
enum HexadecimalDigits {
  /// The value of a digit, more than 15 for any other byte.
  @inline(__always)
  static func value(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x30...0x39: byte &- 0x30
    case 0x61...0x66: byte &- 0x57
    default: 0xFF
    }
  }

  /// The digit of a value below 16.
  @inline(__always)
  static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 &+ value : 0x57 &+ value
  }

  /// Whether a UUID has a hyphen before this byte.
  static func isHyphenated(_ byte: Int) -> Bool {
    byte == 4 || byte == 6 || byte == 8 || byte == 10
  }

  /// Packs `text`: pairs of digits or, with `hyphens`, a UUID.
  ///
  /// - Returns: whether it is nothing else.
  static func pack(_ text: Span<UInt8>, hyphens: Bool, to packed: inout OutputSpan<UInt8>) -> Bool {
    var place = 0
    for byte in 0..<(hyphens ? 16 : text.count / 2) {
      if hyphens && isHyphenated(byte) {
        guard text[place] == 0x2D else { return false }
        place += 1
      }
      let (high, low) = (value(text[place]), value(text[place + 1]))
      guard high < 16 && low < 16 else { return false }
      packed.append(high << 4 | low)
      place += 2
    }
    return true
  }

  /// Appends the digits of `packed` to `text`, with the hyphens of a UUID where `hyphens` says so.
  static func unpack(_ packed: Span<UInt8>, hyphens: Bool, to text: inout OutputSpan<UInt8>) {
    for byte in packed.indices {
      if hyphens && isHyphenated(byte) { text.append(0x2D) }
      text.append(digit(packed[byte] >> 4))
      text.append(digit(packed[byte] & 15))
    }
  }
}
