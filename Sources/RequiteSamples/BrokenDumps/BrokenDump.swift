/// A dump with one defect, and what must become of it.
public struct BrokenDump: Sendable {
  /// Its file name; begins with its kind.
  public let name: String
  /// The file.
  public let bytes: [UInt8]
  /// What must become of it.
  public let expectation: Expectation

  /// Creates a dump.
  init(_ name: String, _ bytes: [UInt8], _ expectation: Expectation) {
    self.name = name
    self.bytes = bytes
    self.expectation = expectation
  }

  /// Creates a dump from text.
  init(_ name: String, _ text: String, _ expectation: Expectation) {
    self.init(name, Array(text.utf8), expectation)
  }
}

/// What must become of a dump.
public struct Expectation: Sendable {
  /// How a dump fares.
  public enum Outcome: String, CaseIterable, Sendable {
    /// Every row is taken.
    case accepted
    /// The dump is taken, some rows are set aside under a rule.
    case quarantined
    /// The dump is taken, some rows are left out on purpose.
    case filtered
    /// The dump is taken, some rows came twice.
    case duplicates
    /// Nothing of it is taken.
    case refused
  }

  /// How the dump fares.
  public let outcome: Outcome
  /// The rule of the rows concerned, or the short code of the refusal; empty where all is well.
  public let rule: String
  /// Physical lines, from 1, on which the rows concerned begin; for an open quote the line where it opened.
  public let lines: [Int]
  /// What is wrong, in a few words.
  public let note: String

  /// The exit code of `requite-ingest` for this dump alone.
  public var exitCode: Int { outcome == .refused ? 65 : 0 }

  static func accepted(_ note: String) -> Expectation {
    Expectation(outcome: .accepted, rule: "", lines: [], note: note)
  }

  static func quarantined(_ rule: String, lines: [Int], _ note: String) -> Expectation {
    Expectation(outcome: .quarantined, rule: rule, lines: lines, note: note)
  }

  static func filtered(_ rule: String, lines: [Int], _ note: String) -> Expectation {
    Expectation(outcome: .filtered, rule: rule, lines: lines, note: note)
  }

  static func duplicates(lines: [Int], _ note: String) -> Expectation {
    Expectation(outcome: .duplicates, rule: "", lines: lines, note: note)
  }

  static func refused(_ code: String, lines: [Int] = [], _ note: String) -> Expectation {
    Expectation(outcome: .refused, rule: code, lines: lines, note: note)
  }
}
