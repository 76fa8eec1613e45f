/// The first rule a row broke: why it is set aside.
///
/// A rule's name is the column and what is wrong with it (`score.range`), or the structure that is broken
/// (`csv.stray-quote`). Names are listed in the documentation and never reused for something else. The offending value is
/// never kept: the row is read again from the dump by its place.
public struct Breach: Error, Hashable, Sendable {
  /// The rule's name.
  public let rule: String
  /// The column it concerns; empty for the structure of a row.
  public let field: String

  /// Creates a breach of a rule about a column: `Breach(.score, "range")` is `score.range`.
  init(_ column: Column, _ fault: String) {
    rule = "\(column.rawValue).\(fault)"
    field = column.rawValue
  }

  /// Creates a breach of a rule that has a name of its own.
  init(rule: String, field: String) {
    self.rule = rule
    self.field = field
  }
}

/// Why a sound row is left out on purpose.
enum Exclusion: String {
  /// A trial of the survey itself.
  case test = "status.test"
  /// Not a person's answer.
  case spam = "status.spam"
}
