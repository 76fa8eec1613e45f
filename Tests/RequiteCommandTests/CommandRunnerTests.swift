import RequiteCommand
import Testing

@Suite struct CommandRunnerTests {
  @Test func theCodeOfTheBodyIsTheOutcome() {
    let (code, printed) = outcome { .conditionHolds }
    #expect(code == .conditionHolds)
    #expect(printed.isEmpty)
  }

  @Test func aFailureIsPrintedAndGivesItsCode() {
    let (code, printed) = outcome {
      throw Failure(.notComparable, "the versions were made by different methods")
    }
    #expect(code == .notComparable)
    #expect(printed == "requite-diff: the versions were made by different methods.\n")
  }

  private func outcome(_ body: () throws -> ExitCode) -> (ExitCode, String) {
    var printed = ""
    let report = { (message: String) in printed += message }
    let code = CommandRunner.outcome(stage: "requite-diff", report: report, body)
    return (code, printed)
  }
}
