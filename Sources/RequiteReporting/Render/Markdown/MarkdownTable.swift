/// A Markdown table, padded so that it also reads well as plain text.
struct MarkdownTable {
  /// A column's heading and whether it holds numbers, which stand to the right.
  struct Column {
    let title: String
    let isNumber: Bool

    init(_ title: String, isNumber: Bool = false) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  private let columns: [Column]
  private var rows: [[String]] = []

  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row of outside text; every cell is escaped.
  mutating func add(_ cells: [String]) {
    precondition(cells.count == columns.count, "a row has a cell for every column")
    rows.append(cells.map(MarkdownText.escaped))
  }

  /// The table, each line ended by LF.
  var text: String {
    let widths = columns.indices.map { column in
      ([columns[column].title] + rows.map { $0[column] }).map(TerminalText.width).max()!
    }
    let rule = zip(columns, widths).map { column, width in
      column.isNumber ? String(repeating: "-", count: width + 1) + ":" : String(repeating: "-", count: width + 2)
    }
    let lines = [line(columns.map(\.title), widths), "|" + rule.joined(separator: "|") + "|"]
    return (lines + rows.map { line($0, widths) }).map { $0 + "\n" }.joined()
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = columns.indices.map { column in
      TerminalText.padded(cells[column], to: widths[column], isRight: columns[column].isNumber)
    }
    return "| " + padded.joined(separator: " | ") + " |"
  }
}
