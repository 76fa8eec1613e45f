import RequiteFormats

/// How the text of a source is laid out.
package struct SourceLayout: Hashable, Sendable {
  /// What a row is.
  package enum Rows: Hashable, Sendable {
    /// A row of CSV.
    case csv(CSVShape)
    /// An object on a line.
    case jsonLines
    /// An element of an array in one JSON document; in a script, if it is given to a variable there.
    case jsonArray(path: [String], isAssignment: Bool)
  }

  /// What a row is.
  package var rows = Rows.jsonLines
  /// How characters are written.
  package var encoding = TextEncoding.utf8

  /// Creates the layout of JSON lines in UTF-8.
  package init() {}

  /// Whether fields have paths.
  package var isJSON: Bool {
    if case .csv = rows { return false }
    return true
  }

  /// How a reader of rows takes the text, once it is UTF-8 and one record a line.
  package var format: RowReader.Format {
    if case .csv(let shape) = rows { return .shaped(shape) }
    return .jsonLines
  }
}
