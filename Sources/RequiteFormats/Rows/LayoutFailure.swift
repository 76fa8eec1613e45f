/// A dump cannot be used because of how its text is laid out: no header, another separator, a quote that never closes.
///
/// Unlike a ``RowFault`` this refuses the whole dump: what its rows mean, or where they end, is not certain.
public struct LayoutFailure: Error, Hashable, Sendable {
  /// What is wrong with the text.
  public enum Reason: Hashable, Sendable {
    /// The text is empty or has only blank lines.
    case noHeader
    /// Required columns are missing. `nearest` are names in the header that look like one of them.
    case missingColumns([String], nearest: [String])
    /// Two columns have the same name. Their numbers count from 1.
    case duplicateColumn(name: String, first: Int, second: Int)
    /// The columns are separated by another character.
    case otherSeparator(Separator)
    /// The first line sets the separator for a spreadsheet program (`sep=;`).
    case separatorLine
    /// The first line begins with `#`.
    case commentLine
    /// The header has a stray quote.
    case headerQuote
    /// A row before the data lacks a text that an export of this kind has there.
    case missingMark(String)
    /// A column's name holds control characters.
    case headerControl(column: Int)
    /// The header is not UTF-8.
    case headerEncoding
    /// The header is longer than a row may be, or has too many columns.
    case headerTooLong
    /// The text is UTF-16.
    case utf16
    /// The text is a web page, as servers send instead of a file.
    case looksLikeHTML
    /// The text is JSON, where CSV was expected.
    case looksLikeJSON
    /// The text is not JSON lines: perhaps CSV.
    case notJSONLines
    /// The text is one JSON document, spread over lines or one array, not one object a line.
    case jsonDocument
    /// A JSON document has no array of records where one was expected.
    case noRecords
    /// A JSON document ends before its array of records does.
    case recordsCut
    /// Lines end in CR alone.
    case lineEnds
    /// A quote is never closed, or only after more bytes than a row may have.
    case openQuote
  }

  /// What is wrong.
  public let reason: Reason
  /// The physical line it is about, from 1; for a quote the line where it opened.
  public let line: Int

  package init(_ reason: Reason, line: Int = 1) {
    self.reason = reason
    self.line = line
  }
}

extension LayoutFailure {
  /// A short word for the reason, as it stands in manifests.
  ///
  /// Never changes its meaning.
  public var code: String {
    switch reason {
    case .noHeader: "header-empty"
    case .missingColumns: "header-missing-column"
    case .duplicateColumn: "header-duplicate-column"
    case .otherSeparator, .separatorLine: "separator"
    case .commentLine: "header-comment"
    case .headerQuote: "header-quote"
    case .missingMark: "header-mark"
    case .headerControl: "header-control"
    case .headerEncoding: "header-encoding"
    case .headerTooLong: "header-too-long"
    case .utf16: "utf16"
    case .looksLikeHTML: "looks-like-html"
    case .looksLikeJSON: "looks-like-json"
    case .notJSONLines: "not-json-lines"
    case .jsonDocument: "json-document"
    case .noRecords: "no-records"
    case .recordsCut: "records-cut"
    case .lineEnds: "line-ends"
    case .openQuote: "open-quote"
    }
  }

  /// What is wrong and where, without the path: `open quote: it opens on line 17 and is never closed`.
  ///
  /// Apart from names that resemble known columns, nothing of the text is shown: it might be a row of personal data.
  public var message: String {
    switch reason {
    case .noHeader: "empty: there is no header"
    case .missingColumns(let names, let nearest): Self.missing(names, nearest)
    case .duplicateColumn(let name, let first, let second): Self.duplicate(name, first, second)
    case .otherSeparator(let found): "separator: the columns seem to be separated by \(found.name), not as expected"
    case .separatorLine: "separator: line 1 is a setting for spreadsheets, not a header"
    case .commentLine: "header: line 1 is a comment, not a header"
    case .headerQuote: "header: a stray quote on line \(line)"
    case .missingMark(let text): "header: \(text) does not stand on line \(line), as it does in an export of this kind"
    case .headerControl(let column): "header: control characters in the name of column \(column)"
    case .headerEncoding: "encoding: the header is not UTF-8"
    case .headerTooLong: "header: too long, or too many columns"
    case .utf16: "encoding: looks like UTF-16; dumps are UTF-8"
    case .looksLikeHTML: "looks like a web page"
    case .looksLikeJSON: "looks like JSON, not like CSV"
    case .notJSONLines: "line \(line) is not JSON: looks like another format"
    case .jsonDocument: "one JSON document over several lines; expected is one object a line"
    case .noRecords: "there is no array of records where the adapter says"
    case .recordsCut: "the array of records is not closed: the file was cut"
    case .lineEnds: "line ends: CR alone at line \(line); expected are LF or CRLF"
    case .openQuote: "open quote: it opens on line \(line) and is not closed within the longest row allowed"
    }
  }

  private static func missing(_ names: [String], _ nearest: [String]) -> String {
    let list = "header: missing \(names.joined(separator: ", "))"
    guard !nearest.isEmpty else { return list }
    return list + "; nearest found: " + nearest.map { "\"\($0.escapedForMessages)\"" }.joined(separator: ", ")
  }

  private static func duplicate(_ name: String, _ first: Int, _ second: Int) -> String {
    let isPlain = name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F || (0x30...0x39).contains($0) }
    let shown = isPlain && name.utf8.count <= 64 ? " \(name)" : ""
    return "header: the column\(shown) is there twice, as number \(first) and \(second)"
  }
}

extension LayoutFailure: CustomStringConvertible {
  /// The message.
  public var description: String {
    message
  }
}
