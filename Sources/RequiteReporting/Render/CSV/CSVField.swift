/// Text as one field of a CSV file: RFC 4180, and harmless in a spreadsheet.
enum CSVField {
  /// Writes `text` behind `bytes` as it stands between two commas.
  ///
  /// A text that a spreadsheet would take for a formula gets an apostrophe in front and quotes around it (OWASP, "CSV
  /// Injection"). So does a text that already looks so guarded, so that `unguarded` can always undo it.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    let isGuarded = isRisky(text)
    guard isGuarded || text.utf8.contains(where: needsQuotes) else {
      bytes += text.utf8
      return
    }
    bytes.append(quote)
    if isGuarded { bytes.append(apostrophe) }
    for byte in text.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  /// The text behind a field whose quotes are already gone: takes off the apostrophe that `written` put in front.
  static func unguarded(_ field: String) -> String {
    guard field.utf8.first == apostrophe, isRisky(String(field.unicodeScalars.dropFirst())) else { return field }
    return String(field.unicodeScalars.dropFirst())
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == quote || byte == 0x0A || byte == 0x0D
  }

  /// Whether a spreadsheet might run `text`: `=`, `+`, `-`, `@` (also full-width), tab or CR, behind any apostrophes.
  private static func isRisky(_ text: String) -> Bool {
    // Nearly every text begins with a letter, a digit or `*`, and needs no look at its scalars.
    guard let byte = text.utf8.first, byte == apostrophe || byte >= 0x80 || risky.contains(Unicode.Scalar(byte)) else {
      return false
    }
    guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return false }
    return risky.contains(first)
  }

  private static let risky: [Unicode.Scalar] = [
    "=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]
  private static let quote: UInt8 = 0x22
  private static let apostrophe: UInt8 = 0x27
}
