import RequiteFormats
import RequiteTestSupport

/// A dump as a table of texts, to be written again in another shape.
struct DumpText {
  var columns: [String]
  var rows: [[String]]

  /// Reads a CSV or JSON-lines dump, plain or gzip.
  ///
  /// JSON lines take the columns of `like`.
  init(path: String, columns known: [String] = []) throws {
    let isCSV = path.contains(".csv")
    var reader = try RowReader(DumpStream(path: path), format: isCSV ? .csv(separator: .comma) : .jsonLines)
    columns = isCSV ? reader.header : known
    reader.want(columns)
    rows = []
    while let row = try reader.next() { rows.append(columns.indices.map { row.field($0).string }) }
  }

  /// Creates a table; each row has a field for every column.
  init(columns: [String], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }

  /// A field by the name of its column, which must be there.
  subscript(column: String, row: Int) -> String {
    get { rows[row][columns.firstIndex(of: column)!] }
    set { rows[row][columns.firstIndex(of: column)!] = newValue }
  }

  /// The fields of a column, row by row.
  func values(of column: String) -> [String] {
    rows.indices.map { self[column, $0] }
  }

  /// The table with some of its rows.
  func selecting(_ isWanted: (Int) -> Bool) -> DumpText {
    DumpText(columns: columns, rows: rows.indices.filter(isWanted).map { rows[$0] })
  }

  /// The same rows with the columns in another order.
  func withColumns(_ order: [Int]) -> DumpText {
    var copy = self
    copy.columns = order.map { columns[$0] }
    copy.rows = rows.map { row in order.map { row[$0] } }
    return copy
  }

  /// The table as CSV, every field quoted.
  var csv: String {
    ([columns] + rows).map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
  }

  private func quoted(_ field: String) -> String {
    "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
