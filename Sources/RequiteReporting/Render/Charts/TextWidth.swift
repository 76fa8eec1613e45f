/// How wide a text of 13 units is, measured before any browser does.
///
/// The widths are those of DejaVu Sans, the widest of the fonts that `system-ui` stands for, so that what fits here fits
/// everywhere.
package enum TextWidth {
  /// The width of `text` in drawing units.
  package static func of(_ text: String, isBold: Bool = false) -> Double {
    text.reduce(0) { $0 + width(of: $1, isBold) } * PlacedText.size / 100
  }

  /// `text`, cut with `…` where it is wider than `limit`.
  package static func cut(_ text: String, to limit: Double, isBold: Bool = false) -> String {
    guard of(text, isBold: isBold) > limit else { return text }
    var (result, used) = ("", width(of: "…", isBold))
    for character in text {
      used += width(of: character, isBold)
      if used * PlacedText.size / 100 > limit { break }
      result.append(character)
    }
    return result + "…"
  }

  /// In hundredths of the size.
  private static func width(of character: Character, _ isBold: Bool) -> Double {
    let scalar = character.unicodeScalars.first!
    if (0x20..<0x7F).contains(scalar.value) {
      return Double((isBold ? bold : regular)[Int(scalar.value) - 0x20])
    }
    return switch scalar.value {
    case 0xA0: isBold ? 35 : 32
    case 0x300...0x36F: 0
    case 0x2026, 0x2014: 100
    case 0x2212, 0x2192: 84
    case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFF, 0x1F000...0x1FAFF: 125
    default: isBold ? 110 : 105
    }
  }

  private static let regular: [UInt8] = [
    32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84,
    84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79, 60, 79, 69, 63, 61, 73, 68, 99, 69, 61,
    69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59,
    82, 59, 59, 52, 64, 34, 64, 84,
  ]

  private static let bold: [UInt8] = [
    35, 46, 52, 84, 70, 100, 87, 31, 46, 46, 52, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40, 40, 84,
    84, 84, 58, 100, 77, 76, 73, 83, 68, 68, 82, 84, 37, 37, 77, 64, 100, 84, 85, 73, 85, 77, 72, 68, 81, 77, 110, 77,
    72, 73, 46, 37, 46, 84, 50, 50, 67, 72, 59, 72, 68, 44, 72, 71, 34, 34, 67, 34, 104, 71, 69, 72, 72, 49, 60, 48, 71,
    65, 92, 65, 65, 58, 71, 37, 71, 84,
  ]
}
