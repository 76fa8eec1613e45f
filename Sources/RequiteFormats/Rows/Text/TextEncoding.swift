/// How the characters of a text are written as bytes.
public enum TextEncoding: String, CaseIterable, Sendable {
  /// UTF-8, with or without a mark.
  case utf8 = "utf-8"
  /// UTF-16 of the byte order that its mark tells; without a mark little-endian, as Windows writes it.
  case utf16 = "utf-16"
  /// UTF-16, the low byte first.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, the high byte first.
  case utf16BigEndian = "utf-16be"
  /// ISO 8859-1: every byte is the character of that number.
  case latin1 = "latin-1"
  /// Windows-1252: as ISO 8859-1, with letters and signs where that has control characters.
  case windows1252 = "windows-1252"
}

extension TextEncoding {
  /// The characters of Windows-1252 from 0x80 to 0x9F; 0 for the five that are none.
  static let windowsCharacters: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]

  /// How many bytes a character of ASCII takes.
  var asciiWidth: Int {
    switch self {
    case .utf8, .latin1, .windows1252: 1
    case .utf16, .utf16LittleEndian, .utf16BigEndian: 2
    }
  }
}
