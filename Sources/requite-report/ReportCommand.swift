import ArgumentParser
import RequiteCommand

/// `requite-report`: state in, a version out.
@main
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "requite-report",
    abstract: "Turns a merged state into a published version.",
    subcommands: [PublishCommand.self, SummaryCommand.self], defaultSubcommand: PublishCommand.self)
}

/// `requite-report publish`: the numbers, their renderings, and the version that holds them.
struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Publishes the version of a merged state; the same facts publish nothing new.")

  @Argument(help: ArgumentHelp("The merged state; - is standard input.", valueName: "state"))
  var state: String

  @Option(help: "The folder of the night, with OUT/states/plan.json and the manifests of the dumps.")
  var out: String

  @Option(help: ArgumentHelp("The folder of the versions; without it OUT/reports.", valueName: "folder"))
  var reports: String?

  @Option(
    help: ArgumentHelp(
      "Add the version beside the nights, to be compared with this one; latest stays where it is.",
      valueName: "version"))
  var addAfter: String?

  @Option(
    help: ArgumentHelp(
      "Show the version beside this one instead of the latest; nothing else depends on it.", valueName: "version"))
  var beside: String?

  @Flag(
    help: ArgumentHelp(
      "Exit 3 when no weights reach the known margins.",
      discussion: """
        The report is published all the same. The message names the vendors with numbers that are missing for this reason \
        (not_converged) and says what to do.
        """))
  var strict = false

  func run() {
    CommandRunner.run(stage: "requite-report") {
      try PublishStage(
        state: state, out: out, reports: reports, addsAfter: addAfter, beside: beside, isStrict: strict
      ).run()
    }
  }
}

/// `requite-report summary`: the latest version on one screen.
struct SummaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary", abstract: "Prints the latest version on one screen.")

  @Option(help: "The folder of the night.")
  var out: String

  @Flag(help: "Say that nothing was new, and the version is the one that was there before.")
  var nothingRan = false

  func run() {
    CommandRunner.run(stage: "requite-report") { try SummaryStage(out: out, nothingRan: nothingRan).run() }
  }
}
