/// The clock of all stages: that of the machine, or the moment that `REQUITE_CLOCK` names.
///
///     REQUITE_CLOCK=2001-02-03T04:05:06Z make nightly    # another log, the same version
///
/// A clock is read for logs, locks and ages of files, never for what is published. Under another one
/// `requite-versions verify --rebuild` runs every stage, so that a stage that reads it all the same is found out.
public enum StageClock {
  /// The variable of the environment; RFC 3339, unset for the clock of the machine.
  public static let variable = "REQUITE_CLOCK"

  /// The moment at which the clock stands still; `nil` where it goes.
  ///
  /// - Throws: 78 for a text that is no time.
  public static func moment(_ environment: Environment = .process) throws -> UTCTime? {
    guard let text = environment[variable] else { return nil }
    guard let moment = UTCTime(rfc3339: text) else {
      throw Failure(
        .configuration, "\(variable) is not a time: \(text.escapedForMessages)",
        remedy: "Write it with its zone, 2026-04-01T00:00:00Z, or unset it for the clock of this machine.")
    }
    return moment
  }
}
