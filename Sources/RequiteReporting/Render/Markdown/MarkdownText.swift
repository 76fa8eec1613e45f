/// Outside text inside Markdown: shown as it is, never obeyed.
package enum MarkdownText {
  /// `text` with everything escaped that GitHub's Markdown could take for markup, a table cell's end, an entity or a link.
  ///
  /// An underscore between letters or digits means nothing there and stays, so that names of columns read well.
  package static func escaped(_ text: String) -> String {
    let scalars = Array(VisibleText.of(text).unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      let isInside = isWord(scalars, index - 1) && isWord(scalars, index + 1)
      if isSpecial(scalar) || (scalar == "_" && !isInside) || startsLink(scalars, at: index) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\\", "`", "*", "[", "]", "<", ">", "|", "#", "!", "~", "&", "@", "$": true
    default: false
    }
  }

  private static func isWord(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard scalars.indices.contains(index) else { return false }
    switch scalars[index] {
    case "a"..."z", "A"..."Z", "0"..."9": return true
    case let scalar where scalar.isASCII: return false
    default: break
    }
    let properties = scalars[index].properties
    return properties.isAlphabetic || properties.numericType != nil
  }

  /// Whether a bare address would become a link here: the colon of `://`, the first dot behind `www`.
  private static func startsLink(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    switch scalars[index] {
    case ":": return index + 1 < scalars.count && scalars[index + 1] == "/"
    case ".": return index >= 3 && scalars[index - 3..<index].allSatisfy { $0 == "w" || $0 == "W" }
    default: return false
    }
  }
}
