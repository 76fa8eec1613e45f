import Glibc

/// Runs a stage: everything between `main` and the stage's own work.
///
///     @main struct Ingest: ParsableCommand {
///       @Argument var dumps: [String]
///
///       func run() {
///         CommandRunner.run(stage: "requite-ingest") { try IngestStage(dumps).run() }
///       }
///     }
///
/// A failure is printed on standard error and ends the process with its code. Ended by a signal, the process removes
/// its unfinished files and ends with 128+n.
public enum CommandRunner {
  /// Runs `body` and ends the process with the code it returns, or with the code of its failure.
  ///
  /// To be called on the main thread before any other thread is started.
  public static func run(stage: String, _ body: () throws -> ExitCode) -> Never {
    StandardDescriptors.fillGaps()
    Signals.prepare()
    let code = outcome(stage: stage, report: printMessage) {
      _ = try StageClock.moment()
      let code = try body()
      try flushStandardOutput()
      return code
    }
    exit(code.number)
  }

  /// Runs `body` and ends the process with 0, or with the code of its failure.
  public static func run(stage: String, _ body: () throws -> Void) -> Never {
    run(stage: stage) {
      try body()
      return .done
    }
  }

  /// Prints the failure that `error` amounts to and goes on; for stages that try everything they are given.
  public static func report(_ error: any Error, from stage: String) -> ExitCode {
    let failure = Failure(error)
    printMessage(failure.message(from: stage))
    return failure.code
  }

  /// The code of `body`, or of its failure, whose message goes to `report`.
  public static func outcome(
    stage: String, report: (String) -> Void, _ body: () throws -> ExitCode
  ) -> ExitCode {
    do {
      return try body()
    } catch {
      let failure = Failure(error)
      report(failure.message(from: stage))
      return failure.code
    }
  }

  /// Prints a message in place of the line that `Progress` may have left unfinished.
  private static func printMessage(_ message: String) {
    StandardDescriptors.writeError(Terminal.error.isInteractive ? "\r\u{1B}[K\(message)" : message)
  }

  /// Hands over what `print` collected; at exit the C library would do so too, but keep a full disk to itself.
  private static func flushStandardOutput() throws {
    guard fflush(nil) == 0 else { throw Failure(SystemError(.write), file: "standard output") }
  }
}
