import RequiteFormats
import RequiteModel

/// Turns the rows of one kind of dump into facts.
protocol RowParser {
  /// The texts met so far, behind the codes in the facts.
  var dictionaries: RowDictionaries { get }

  /// Reads one sound row into `sink`, at once or a few rows later, or says why it is left out on purpose.
  ///
  /// - Throws: `Breach` for a row that breaks a rule, whatever `sink` throws otherwise.
  mutating func parse(_ row: Row, _ people: People, to sink: any RowSink) throws -> Exclusion?

  /// Puts into `sink` what was read and is not there yet, after the last row.
  mutating func finish(_ people: People, to sink: any RowSink) throws
}

extension RowParser {
  func finish(_ people: People, to sink: any RowSink) {}
}
