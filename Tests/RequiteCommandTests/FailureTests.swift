import RequiteCommand
import RequiteFormats
import Testing

@Suite struct FailureTests {
  @Test func theMessageSaysWhatHappenedAndWhatToDo() {
    let failure = Failure(
      .usage, "method 2026-3 is not known",
      remedy: "Known: 2026-1, 2026-2 (Pipelines/methods). Pass --method, or add the file.")
    #expect(
      failure.message(from: "requite-score") == """
        requite-score: method 2026-3 is not known.
          Known: 2026-1, 2026-2 (Pipelines/methods). Pass --method, or add the file.

        """)
  }

  @Test func fileAndLineComeFirst() {
    let failure = Failure(.configuration, "floor is not a number", file: "nightly.yaml", line: 12)
    #expect(failure.message(from: "requite-score") == "requite-score: nightly.yaml:12: floor is not a number.\n")
  }

  @Test func controlCharactersOfAFileNameAreEscaped() {
    let failure = Failure(.inputMissing, "there is no such file", file: "a\nrequite-score: done\u{1B}[2J\u{202E}.gz")
    let message = failure.message(from: "requite-ingest")
    #expect(message.unicodeScalars.count { $0.value < 0x20 } == 1)
    #expect(!message.unicodeScalars.contains("\u{202E}"))
    #expect(message.hasPrefix("requite-ingest: a\\u{"))
  }

  @Test func theCauseInTheOperatingSystemIsTheLastLine() throws {
    let folder = try TemporaryFolder()
    let path = folder("missing.yaml")
    #expect(
      message { _ = try Configuration(contentsOf: path) } == """
        requite: \(path): there is no such configuration.
          Pass --config FILE (make nightly CONFIG=FILE).
          Cause: open: No such file or directory.

        """)
  }

  @Test func anUnknownErrorIsOurFaultAndItsTextStaysUnsaid() {
    struct Surprise: Error { let customer = "anna@example.org" }
    #expect(
      Failure(Surprise()).message(from: "requite-score") == """
        requite-score: an error nobody was prepared for, Surprise.
          This is a fault of Requite. Please report it with this message.

        """)
    #expect(Failure(Surprise()).code == .ourFault)
  }

  @Test func anErrorThatKnowsItsFailureIsThatFailure() {
    struct Refusal: FailureConvertible { let failure = Failure(.dataRefused, "refused") }
    #expect(Failure(Refusal()).code == .dataRefused)
  }

  @Test(arguments: [(true, ExitCode.integrity), (false, .configuration)])
  func aStoredFileThatCannotBeUsedIsDamagedOrOfAnotherRelease(isDamage: Bool, expected: ExitCode) {
    struct Stale: StoredFileFailure {
      let isDamage: Bool
      let fileName = "a.ledger"
      let description = "its format is 7, known is 1"
    }
    let failure = Failure(Stale(isDamage: isDamage))
    #expect(failure.code == expected)
    #expect(
      failure.message(from: "requite-score") == """
        requite-score: a.ledger: its format is 7, known is 1.
          Delete it and run the night again: it is made anew from the dumps.

        """)
  }

  @Test(arguments: [("missing", ExitCode.inputMissing), ("", .dataRefused)])
  func anInputThatCannotBeOpenedIsMissingOrRefused(name: String, expected: ExitCode) throws {
    let folder = try TemporaryFolder()
    #expect(code { _ = try InputFile(path: folder(name)) } == expected)
  }
}
