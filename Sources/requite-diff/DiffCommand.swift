import ArgumentParser
import RequiteCommand
import RequitePublishing

/// `requite-diff`: two versions in, the change and its causes out.
@main
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "requite-diff",
    abstract: "Compares two versions: which coordinates moved, what every number did, and why.",
    discussion: """
      Versions are ids, unique beginnings of ids, latest, latest~2, pins, dates or paths. Prints nothing and exits 0 when \
      all numbers are equal. Between versions of the same windows, numbers whose difference would tell of fewer customers \
      than are ever shown are flagged difference_discloses, without their values.

      Exits 1 with --exit-code when something differs, 3 when a threshold trips, 4 when the method or the configuration \
      differ and that was not allowed, 5 when stored bytes or sums are not what they must be.
      """)

  @Argument(help: ArgumentHelp("The earlier version.", valueName: "A"))
  var before = "latest~1"

  @Argument(help: ArgumentHelp("The later version.", valueName: "B"))
  var after = "latest"

  @Option(help: "The folder of the night.")
  var out = "Warehouse"

  @OptionGroup(title: "What to show")
  var choice: DiffChoice

  @OptionGroup(title: "How to show it")
  var form: DiffForm

  @OptionGroup(title: "What to answer by the exit code")
  var gate: DiffGate

  func validate() throws {
    if choice.stat && form.format != .text {
      throw ValidationError("--stat is for text; json has the same under coordinates and facts")
    }
  }

  func run() {
    CommandRunner.run(stage: "requite-diff") {
      try DiffStage(
        before: before, after: after, out: out, choice: choice, form: form, gate: gate, comparison: LedgerComparison()
      ).run()
    }
  }
}
