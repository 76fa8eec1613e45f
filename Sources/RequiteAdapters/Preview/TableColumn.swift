import RequiteFormats

/// A column of a table for the terminal.
struct TableColumn {
  /// The widest a cell is shown.
  private static let limit = 32

  private let cells: [String]
  private let width: Int

  init(_ name: String, _ cells: [String]) {
    self.cells = [name] + cells.map(TableColumn.shortened)
    width = self.cells.map(\.count).max() ?? 0
  }

  /// How wide columns are side by side.
  static func width(of columns: [TableColumn]) -> Int {
    columns.reduce(0) { $0 + $1.width + 2 } - 2
  }

  /// The lines of columns side by side.
  static func text(of columns: [TableColumn]) -> String {
    guard let first = columns.first else { return "" }
    return first.cells.indices.map { row in
      var line = columns.map { column in
        column.cells[row] + String(repeating: " ", count: column.width - column.cells[row].count + 2)
      }.joined()
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  private static func shortened(_ cell: String) -> String {
    let cell = cell.escapedForMessages
    return cell.count > limit ? cell.prefix(limit - 1) + "…" : cell
  }
}
