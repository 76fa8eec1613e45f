/// Decodes what lies between the quotes of a JSON string.
enum JSONEscapes {
  /// Decodes `text`, whose syntax a ``JSONCursor`` has checked, to `target`.
  ///
  /// Never more bytes than `text` has itself: the longest escape for its result is `\u0080`, six bytes for two.
  static func decode(_ text: Bytes, to target: inout OutputSpan<UInt8>) {
    var source = 0
    while let escape = text.firstIndex(of: UInt8(ascii: "\\"), from: source) {
      target.append(copying: text.part(from: source, to: escape))
      if text[escape + 1] == UInt8(ascii: "u") {
        source = escape
        append(scalar(at: &source, of: text), to: &target)
      } else {
        target.append(simple(text[escape + 1]))
        source = escape + 2
      }
    }
    target.append(copying: text.part(from: source, to: text.count))
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

  private static func append(_ scalar: Unicode.Scalar, to target: inout OutputSpan<UInt8>) {
    for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { target.append(unit) }
  }

  /// Reads one escape, or two that make a surrogate pair.
  private static func scalar(at source: inout Int, of text: Bytes) -> Unicode.Scalar {
    var code = codeUnit(text.part(from: source + 2, to: source + 6))
    source += 6
    if code & 0xFC00 == 0xD800 {
      code = 0x10000 + (code & 0x3FF) << 10 + codeUnit(text.part(from: source + 2, to: source + 6)) & 0x3FF
      source += 6
    }
    return Unicode.Scalar(code) ?? "\u{FFFD}"
  }

  private static func codeUnit(_ digits: Bytes) -> UInt32 {
    digits.reduce(0) { $0 << 4 | (JSONCursor.hexadecimalValue($1) ?? 0) }
  }
}
