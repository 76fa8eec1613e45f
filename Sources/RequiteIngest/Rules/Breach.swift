/// The first rule a row broke: why it is set aside.
///
/// A rule's name is the column and what is wrong with it (`score.range`), or the structure that is broken
/// (`csv.stray-quote`). Names are listed in the documentation and never reused for something else. The offending value is
/// never kept: the row is read again from the dump by its place.
public struct Breach: Error, Hashable, Sendable {
  /// The texts, held by reference: whatever can break a rule has one word to hand on, and sound rows pay next to nothing.
  private final class Texts: Sendable {
    let rule: String
    let field: String

    init(rule: String, field: String) {
      self.rule = rule
      self.field = field
    }
  }

  private let texts: Texts

  /// The rule's name.
  public var rule: String { texts.rule }
  /// The column it concerns; empty for the structure of a row.
  public var field: String { texts.field }

  /// Creates a breach of a rule about a column: `Breach(.score, "range")` is `score.range`.
  @inline(never)
  init(_ column: Column, _ fault: StaticString) {
    self.init(rule: "\(column.rawValue).\(fault)", field: column.rawValue)
  }

  /// Creates a breach of a rule that has a name of its own.
  @inline(never)
  init(rule: String, field: String) {
    texts = Texts(rule: rule, field: field)
  }

  /// Whether the rule and the column are the same.
  public static func == (left: Breach, right: Breach) -> Bool {
    left.rule == right.rule && left.field == right.field
  }

  /// Hashes the rule and the column.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(rule)
    hasher.combine(field)
  }
}

/// Why a sound row is left out on purpose.
enum Exclusion: String {
  /// A trial of the survey itself.
  case test = "status.test"
  /// Not a person's answer.
  case spam = "status.spam"
}
