import ArgumentParser
import RequiteCommand

/// `requite-diff`: two versions in, the change out.
@main
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "requite-diff",
    abstract: "Compares two versions, number by number.",
    discussion: """
      Versions are ids, unique beginnings of ids, latest, latest~2 or paths. Prints nothing and exits 0 when all numbers \
      are equal. Between versions of the same windows, numbers whose difference would tell of fewer customers than are \
      ever shown are flagged difference_discloses, without their values.
      """)

  @Argument(help: ArgumentHelp("The earlier version.", valueName: "A"))
  var before = "latest~1"

  @Argument(help: ArgumentHelp("The later version.", valueName: "B"))
  var after = "latest"

  @Option(help: "The folder of the night.")
  var out = "Warehouse"

  @Option(help: "text or json.")
  var format = DiffFormat.text

  @Flag(help: "Show unchanged numbers too.")
  var all = false

  @Flag(help: "Exit 1 when anything differs.")
  var exitCode = false

  @Option(help: "auto, always or never.")
  var color = ColorChoice.auto

  func run() {
    CommandRunner.run(stage: "requite-diff") {
      try DiffStage(
        before: before, after: after, out: out, format: format, all: all, tellsByCode: exitCode, color: color
      ).run()
    }
  }
}

/// How a diff is written.
enum DiffFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
}

extension ColorChoice: ExpressibleByArgument {}
