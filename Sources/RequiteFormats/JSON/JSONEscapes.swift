/// Decodes what lies between the quotes of a JSON string.
enum JSONEscapes {
  /// Decodes `text`, whose syntax a ``JSONCursor`` has checked, to `target` and returns the number of bytes written.
  ///
  /// Never more than `text` has itself: the longest escape for its result is `\u0080`, six bytes for two.
  static func decode(
    _ text: JSONCursor.Text, of base: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var source = text.start
    var count = 0
    while source < text.end {
      let byte = base[source]
      if byte != UInt8(ascii: "\\") {
        target[count] = byte
        source += 1
        count += 1
      } else if base[source + 1] == UInt8(ascii: "u") {
        let scalar = scalar(at: &source, of: base)
        for unit in UTF8.encode(scalar).unsafelyUnwrapped {
          target[count] = unit
          count += 1
        }
      } else {
        target[count] = simple(base[source + 1])
        source += 2
        count += 1
      }
    }
    return count
  }

  private static func simple(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: letter
    }
  }

  /// Reads one escape, or two that make a surrogate pair.
  private static func scalar(at source: inout Int, of base: UnsafePointer<UInt8>) -> Unicode.Scalar {
    var code = codeUnit(base + source + 2)
    source += 6
    if code & 0xFC00 == 0xD800 {
      code = 0x10000 + (code & 0x3FF) << 10 + codeUnit(base + source + 2) & 0x3FF
      source += 6
    }
    return Unicode.Scalar(code) ?? "\u{FFFD}"
  }

  private static func codeUnit(_ digits: UnsafePointer<UInt8>) -> UInt32 {
    (0..<4).reduce(0) { $0 << 4 | (JSONCursor.hexadecimalValue(digits[$1]) ?? 0) }
  }
}
