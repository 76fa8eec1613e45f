/// What a reader has gone through so far.
struct RowCounts {
  /// Physical lines.
  private(set) var lines = 0
  /// Rows, faulty ones included, the header not.
  private(set) var rows = 0
  /// Lines without content, which are no rows.
  private(set) var blankLines = 0

  /// Counts the next row or blank line, and tells on which line it begins.
  @inline(__always)
  mutating func take(lineSpan: Int, isBlank: Bool) -> (line: Int, span: Int) {
    defer {
      lines += lineSpan
      if isBlank { blankLines += 1 } else { rows += 1 }
    }
    return (lines + 1, lineSpan)
  }

  /// Counts the header.
  mutating func takeHeader(lineSpan: Int) {
    lines += lineSpan
  }
}
