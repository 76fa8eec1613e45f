/// Text in a grid of equal columns: how wide it is, cutting and padding it.
package enum TerminalText {
  /// Columns that `text` takes: two for East Asian wide characters and emoji, none for combining marks.
  package static func width(_ text: String) -> Int {
    // Almost all text is plain ASCII, a column a byte; only the rest needs the tables of Unicode.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    return text.reduce(0) { $0 + width($1) }
  }

  /// `text` with blanks up to `width` columns, in front where `isRight`.
  package static func padded(_ text: String, to width: Int, isRight: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - TerminalText.width(text)))
    return isRight ? blanks + text : text + blanks
  }

  /// `text`, cut with `…` where it is wider than `width` columns.
  package static func cut(_ text: String, to width: Int) -> String {
    guard TerminalText.width(text) > width else { return text }
    var (result, used) = ("", 1)
    for character in text {
      used += TerminalText.width(character)
      if used > width { break }
      result.append(character)
    }
    return result + "…"
  }

  /// `text` as lines of at most `width` columns, broken at blanks; a longer word has a line of its own.
  package static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, TerminalText.width(last) + 1 + TerminalText.width(String(word)) <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  private static func width(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    if scalars.contains(where: { $0.value == 0xFE0F || $0.properties.isEmojiPresentation }) { return 2 }
    switch scalars.first!.value {
    case 0x300...0x36F: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
