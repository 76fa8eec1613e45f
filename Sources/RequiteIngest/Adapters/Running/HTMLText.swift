import RequiteFormats

/// Text without its markup: tags go, entities become characters.
enum HTMLText {
  private static let entities: [(name: StaticString, scalar: Unicode.Scalar)] = [
    ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("nbsp", " "),
  ]

  /// Writes `source` without markup to `target`: never more bytes than it has.
  static func strip(_ source: Bytes, to target: inout OutputSpan<UInt8>) {
    var index = 0
    // Behind the last sign that ends a tag none is looked for: a text of half tags would cost the square of its length.
    let lastEnd = source.lastIndex(of: UInt8(ascii: ">")) ?? 0
    while index < source.count {
      if source[index] == UInt8(ascii: "<"), index < lastEnd, let end = tagEnd(source, index) {
        index = end
      } else if source[index] == UInt8(ascii: "&"), let (scalar, end) = entity(source, index) {
        for byte in String(scalar).utf8 { target.append(byte) }
        index = end
      } else {
        target.append(source[index])
        index += 1
      }
    }
  }

  /// Behind a tag that begins here; `nil` if this is just a sign.
  private static func tagEnd(_ source: Bytes, _ start: Int) -> Int? {
    guard start + 1 < source.count else { return nil }
    let next = source[start + 1]
    guard next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || (0x61...0x7A).contains(next | 0x20) else {
      return nil
    }
    return source[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
  }

  /// The character of an entity that begins here, and where it ends; `nil` if this is just a sign.
  private static func entity(_ source: Bytes, _ start: Int) -> (Unicode.Scalar, Int)? {
    guard let end = source[start...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = source.part(start + 1..<end)
    if let known = entities.first(where: { name == $0.name }) { return (known.scalar, end + 1) }
    guard name.first == UInt8(ascii: "#") else { return nil }
    let isHexadecimal = name.dropFirst().first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    let digits = String(decoding: name.dropFirst(isHexadecimal ? 2 : 1), as: UTF8.self)
    guard let number = UInt32(digits, radix: isHexadecimal ? 16 : 10), number >= 0x20 else { return nil }
    return Unicode.Scalar(number).map { ($0, end + 1) }
  }
}
