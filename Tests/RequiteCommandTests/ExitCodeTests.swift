import RequiteCommand
import Testing

@Suite struct ExitCodeTests {
  @Test(
    arguments: [
      (ExitCode.done, 0), (.conditionHolds, 1), (.checkTripped, 3), (.notComparable, 4), (.integrity, 5), (.usage, 64),
      (.dataRefused, 65), (.inputMissing, 66), (.ourFault, 70), (.cannotCreate, 73), (.inputOutput, 74),
      (.tryLater, 75),
      (.noPermission, 77), (.configuration, 78), (.signal(2), 130), (.signal(15), 143),
    ] as [(ExitCode, Int32)])
  func theNumbersAreThoseOfTheContract(code: ExitCode, number: Int32) {
    #expect(code.number == number)
  }

  @Test func noTwoCodesShareANumberAndTheyAreListedByNumber() {
    let numbers = ExitCode.numbered.map(\.number)
    #expect(numbers == Set(numbers).sorted())
  }

  @Test(
    arguments: [
      ([], .done), ([.done, .done], .done), ([.checkTripped, .done], .checkTripped),
      ([.dataRefused, .tryLater, .inputMissing], .dataRefused), ([.inputOutput, .dataRefused], .inputOutput),
      ([.ourFault, .integrity, .configuration], .ourFault), ([.ourFault, .signal(15), .done], .signal(15)),
    ] as [([ExitCode], ExitCode)])
  func theWorstOfSeveralIsTheOneSomebodyMustLookAtFirst(codes: [ExitCode], worst: ExitCode) {
    #expect(ExitCode.worst(of: codes) == worst)
    #expect(ExitCode.worst(of: codes.reversed()) == worst)
  }

  @Test func everyNumberedCodeHasItsPlaceBySeverity() {
    for code in ExitCode.numbered { #expect(ExitCode.worst(of: [code]) == code) }
  }

  @Test func theTableOfTheDocumentationIsWhole() {
    #expect(
      ExitCode.markdownTable == """
        | code | meaning |
        | --- | --- |
        | 0 | done |
        | 1 | the asked-for condition holds (`--exit-code`, `--fail-on`) |
        | 3 | a threshold or data check tripped, the report stands |
        | 4 | not comparable as asked |
        | 5 | integrity: a digest does not match |
        | 64 | usage |
        | 65 | a dump refused, or quarantine over the ceiling |
        | 66 | input missing |
        | 70 | our fault |
        | 73 | cannot create output |
        | 74 | input/output error |
        | 75 | locked or still growing, try later |
        | 77 | no permission |
        | 78 | configuration or key |
        | 128+n | ended by signal n |

        """)
  }
}
