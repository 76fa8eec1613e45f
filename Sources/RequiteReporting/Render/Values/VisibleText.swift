/// Outside text made harmless to the eye: what cannot be seen, or reorders what can, is spelled out.
///
/// A name with a right-to-left override inside is shown with `\u{202E}` in its place. This is for reading only: files that
/// are read again (`measures.csv`, `report.json`) keep the exact text.
package enum VisibleText {
  /// `text` with control, format, separator and private characters as `\u{…}`.
  package static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: return true
    default: return false
    }
  }
}
