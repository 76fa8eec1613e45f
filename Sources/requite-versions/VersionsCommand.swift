import ArgumentParser
import RequiteCommand

/// `requite-versions`: what was published, and whether it still is what it was.
@main
struct VersionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "requite-versions",
    abstract: "Lists and verifies published versions.",
    subcommands: [ListCommand.self, VerifyCommand.self], defaultSubcommand: ListCommand.self)
}

/// `requite-versions list`.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the versions, the latest last, marked with *.")

  @Option(help: "The folder of the night.")
  var out: String

  func run() {
    CommandRunner.run(stage: "requite-versions") { try VersionList(out: out).print() }
  }
}

/// `requite-versions verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Hashes the files of versions again and compares them with their manifests; 5 when one differs.")

  @Argument(help: ArgumentHelp("Versions; without one, all of them.", valueName: "version"))
  var versions: [String] = []

  @Option(help: "The folder of the night.")
  var out: String

  func run() {
    CommandRunner.run(stage: "requite-versions") { try VersionCheck(out: out, names: versions).run() }
  }
}
