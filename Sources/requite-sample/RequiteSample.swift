import ArgumentParser

/// Makes dumps to try Requite with.
@main
struct RequiteSample: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "requite-sample",
    abstract: "Makes seeded sample dumps, for trying and for load.",
    subcommands: [Nights.self, Broken.self],
    defaultSubcommand: Nights.self)
}
