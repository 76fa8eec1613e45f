import ArgumentParser
import RequiteCommand

/// `requite-versions`: what was published, whether it still is what it was, what stays, and any of it made again.
@main
struct VersionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "requite-versions",
    abstract: "Lists, verifies, pins, collects and rebuilds published versions, and forgets customers.",
    discussion: """
      Versions are ids, unique beginnings of ids, pins, days such as 2026-11-20 (the last version whose period ends with \
      that day), latest, latest~2 or paths.
      """,
    subcommands: [
      ListCommand.self, VerifyCommand.self, PinCommand.self, UnpinCommand.self, PinsCommand.self, CollectCommand.self,
      RebuildCommand.self, ForgetCommand.self,
    ], defaultSubcommand: ListCommand.self)
}

/// The options that every subcommand has.
struct StoreOptions: ParsableArguments {
  @Option(help: "The folder of the night.")
  var out: String

  /// The versions of that night.
  var store: VersionStore { VersionStore("\(out)/reports") }
}
