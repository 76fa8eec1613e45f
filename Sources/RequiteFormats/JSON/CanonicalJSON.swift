extension JSONValue {
  /// The one way to write this value: what digests are computed over.
  ///
  /// UTF-8, keys sorted by their UTF-8 bytes, no white space, no final newline. In strings only `"`, `\` and the
  /// control characters below U+0020 are escaped, with the two-character forms where JSON has one and lower-case
  /// `\u00xx` otherwise. Numbers are written as they are held. For documents without decimals and without keys outside
  /// the basic plane this is RFC 8785; it differs there because a decimal keeps its text and keys are ordered by bytes.
  public func canonical() -> [UInt8] {
    var writer = JSONWriter(indents: false)
    writer.write(self, level: 0)
    return writer.bytes
  }

  /// The same content for human eyes: two spaces a level, one member a line, sorted keys, a final newline.
  ///
  /// Empty arrays and objects stay on one line. As stable as ``canonical()``.
  public func pretty() -> [UInt8] {
    var writer = JSONWriter(indents: true)
    writer.write(self, level: 0)
    return writer.bytes + [0x0A]
  }
}

private struct JSONWriter {
  let indents: Bool
  var bytes: [UInt8] = []

  init(indents: Bool) {
    self.indents = indents
  }

  mutating func write(_ value: JSONValue, level: Int) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let number): bytes += String(number).utf8
    case .decimal(let text): write(decimal: text)
    case .string(let text): write(string: text)
    case .array(let elements): write(array: elements, level: level)
    case .object(let members): write(object: members, level: level)
    }
  }

  private mutating func write(decimal text: String) {
    precondition(JSONCursor.isNumber(text), "a decimal in a JSON document must be a JSON number")
    bytes += text.utf8
  }

  private mutating func write(array elements: [JSONValue], level: Int) {
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      beginMember(first: index == 0, level: level + 1)
      write(element, level: level + 1)
    }
    end(with: UInt8(ascii: "]"), empty: elements.isEmpty, level: level)
  }

  private mutating func write(object members: [String: JSONValue], level: Int) {
    let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in sorted.enumerated() {
      beginMember(first: index == 0, level: level + 1)
      write(string: member.key)
      bytes.append(UInt8(ascii: ":"))
      if indents { bytes.append(0x20) }
      write(member.value, level: level + 1)
    }
    end(with: UInt8(ascii: "}"), empty: members.isEmpty, level: level)
  }

  private mutating func beginMember(first: Bool, level: Int) {
    if !first { bytes.append(UInt8(ascii: ",")) }
    breakLine(level: level)
  }

  private mutating func end(with bracket: UInt8, empty: Bool, level: Int) {
    if !empty { breakLine(level: level) }
    bytes.append(bracket)
  }

  private mutating func breakLine(level: Int) {
    guard indents else { return }
    bytes.append(0x0A)
    bytes += repeatElement(0x20, count: 2 * level)
  }

  private mutating func write(string text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") {
        bytes.append(byte)
      } else {
        write(escaped: byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func write(escaped byte: UInt8) {
    switch byte {
    case 0x22: bytes += #"\""#.utf8
    case 0x5C: bytes += #"\\"#.utf8
    case 0x08: bytes += #"\b"#.utf8
    case 0x09: bytes += #"\t"#.utf8
    case 0x0A: bytes += #"\n"#.utf8
    case 0x0C: bytes += #"\f"#.utf8
    case 0x0D: bytes += #"\r"#.utf8
    default:
      bytes += (byte < 0x10 ? #"\u000"# : #"\u00"#).utf8
      bytes += String(byte, radix: 16).utf8
    }
  }
}
