/// Text as one field of a CSV file: RFC 4180, and harmless in a spreadsheet.
enum CSVField {
  /// `text` as it stands between two commas.
  ///
  /// A text that a spreadsheet would take for a formula gets an apostrophe in front and quotes around it (OWASP, "CSV
  /// Injection"). So does a text that already looks so guarded, so that `unguarded` can always undo it.
  static func written(_ text: String) -> String {
    let guarded = isRisky(text)
    guard guarded || text.utf8.contains(where: needsQuotes) else { return text }
    var field = guarded ? "\"'" : "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { field.unicodeScalars.append("\"") }
      field.unicodeScalars.append(scalar)
    }
    return field + "\""
  }

  /// The text behind a field whose quotes are already gone: takes off the apostrophe that `written` put in front.
  static func unguarded(_ field: String) -> String {
    guard field.utf8.first == 0x27, isRisky(String(field.unicodeScalars.dropFirst())) else { return field }
    return String(field.unicodeScalars.dropFirst())
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D
  }

  /// Whether a spreadsheet might run `text`: `=`, `+`, `-`, `@` (also full-width), tab or CR, behind any apostrophes.
  private static func isRisky(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return false }
    return ["=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"].contains(first)
  }
}
