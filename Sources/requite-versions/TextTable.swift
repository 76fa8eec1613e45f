/// Columns of plain text, two spaces apart.
enum TextTable {
  /// The lines, each ended by a newline and without spaces at its end.
  static func text(_ rows: [[String]], rightAligned: Set<Int> = []) -> String {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - row[column].count)
        return rightAligned.contains(column) ? space + row[column] : row[column] + space
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}

/// Numbers of bytes for people.
enum Bytes {
  /// Whole kilobytes, rounded up; from ten megabytes on whole megabytes.
  static func text(_ bytes: Int64) -> String {
    bytes < 10_000_000 ? "\((bytes + 999) / 1000) kB" : "\((bytes + 999_999) / 1_000_000) MB"
  }
}
