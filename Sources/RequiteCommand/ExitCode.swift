/// How a stage ended, as its caller sees it.
///
/// A failure never exits 0 or 1: 0 always means done and whole, and 1 is the answer yes to a question asked by an
/// option. Numbers from 64 on are those of BSD's `sysexits.h`.
public enum ExitCode: Hashable, Sendable {
  /// Everything asked for was done.
  case done
  /// The condition asked for by `--exit-code` or `--fail-on` holds.
  case conditionHolds
  /// A threshold or a data check tripped; the report stands.
  case checkTripped
  /// The two versions cannot be compared in the way asked for.
  case notComparable
  /// Stored bytes are not what their digest says.
  case integrity
  /// The command was called wrongly.
  case usage
  /// A dump was refused, or too many of its rows were quarantined.
  case dataRefused
  /// An input is not there.
  case inputMissing
  /// A fault of Requite itself.
  case ourFault
  /// An output cannot be created.
  case cannotCreate
  /// Reading or writing failed.
  case inputOutput
  /// Locked by another run, or an input is still growing.
  case tryLater
  /// The operating system denies access.
  case noPermission
  /// The configuration or the key file cannot be used.
  case configuration
  /// Ended by the signal of this number.
  case signal(Int32)

  /// Every code with a number of its own, by number; `signal` is left out.
  public static let numbered: [ExitCode] = [
    .done, .conditionHolds, .checkTripped, .notComparable, .integrity, .usage, .dataRefused, .inputMissing, .ourFault,
    .cannotCreate, .inputOutput, .tryLater, .noPermission, .configuration,
  ]

  /// The number given to the operating system.
  public var number: Int32 {
    switch self {
    case .done: 0
    case .conditionHolds: 1
    case .checkTripped: 3
    case .notComparable: 4
    case .integrity: 5
    case .usage: 64
    case .dataRefused: 65
    case .inputMissing: 66
    case .ourFault: 70
    case .cannotCreate: 73
    case .inputOutput: 74
    case .tryLater: 75
    case .noPermission: 77
    case .configuration: 78
    case .signal(let number): 128 + number
    }
  }

  /// What the code means, in one line, as the documentation prints it.
  public var meaning: String {
    switch self {
    case .done: "done"
    case .conditionHolds: "the asked-for condition holds (`--exit-code`, `--fail-on`)"
    case .checkTripped: "a threshold or data check tripped, the report stands"
    case .notComparable: "not comparable as asked"
    case .integrity: "integrity: a digest does not match"
    case .usage: "usage"
    case .dataRefused: "a dump refused, or quarantine over the ceiling"
    case .inputMissing: "input missing"
    case .ourFault: "our fault"
    case .cannotCreate: "cannot create output"
    case .inputOutput: "input/output error"
    case .tryLater: "locked or still growing, try later"
    case .noPermission: "no permission"
    case .configuration: "configuration or key"
    case .signal: "ended by a signal"
    }
  }
}

extension ExitCode {
  /// The code to end with when several things happened; `.done` when nothing did.
  ///
  /// From least to worst: answers to a question, then what waiting cures, then the data, then the call and its
  /// settings, then the machine, then stored bytes that changed, then our own faults, and last a signal. Further down
  /// the list, somebody has to look sooner.
  public static func worst(of codes: some Sequence<ExitCode>) -> ExitCode {
    codes.max { $0.severity < $1.severity } ?? .done
  }

  private static let bySeverity: [ExitCode] = [
    .done, .conditionHolds, .checkTripped, .notComparable, .tryLater, .inputMissing, .dataRefused, .usage,
    .configuration, .noPermission, .cannotCreate, .inputOutput, .integrity, .ourFault,
  ]

  private var severity: Int {
    if case .signal(let number) = self { return ExitCode.bySeverity.count + Int(number) }
    return ExitCode.bySeverity.firstIndex(of: self)!
  }

  /// The table of the documentation, in Markdown, with a final newline.
  ///
  /// A test compares it with the article, so that the two cannot drift apart.
  public static var markdownTable: String {
    let rows = numbered.map { "| \($0.number) | \($0.meaning) |" }
    return (["| code | meaning |", "| --- | --- |"] + rows + ["| 128+n | ended by signal n |", ""])
      .joined(separator: "\n")
  }
}
