import ArgumentParser
import RequiteCommand

/// `requite-ingest`: one dump in, one ledger out; every row accounted for.
@main
struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "requite-ingest",
    abstract: "Reads dumps into ledgers: one dump in, one ledger out, every row accounted for.",
    discussion: """
      Leaves, per dump, OUT/ledgers/<name>.ledger, OUT/quarantine/<name>.csv where rows were set aside, and last \
      OUT/ledgers/<name>.manifest.json with the account of its rows. A dump that was read before and has not changed is \
      passed over. Every dump is tried; the worst outcome decides the exit code (65: a dump was refused).
      """)

  @Argument(help: ArgumentHelp("Dumps, or folders of dumps.", valueName: "dump"))
  var dumps: [String]

  @Option(help: "The folder to write to.")
  var out: String

  @Option(help: "The configuration; without it every key has its default.")
  var config: String?

  @Option(
    help: ArgumentHelp(
      "Take only the second-numbered share of the dumps, of so many: 1/2 and 2/2 together are all.", valueName: "i/n"))
  var share: Share = .all

  func run() {
    CommandRunner.run(stage: "requite-ingest") {
      try IngestRun(dumps: dumps, out: out, config: config, share: share).run()
    }
  }
}

extension Share: ExpressibleByArgument {
  init?(argument: String) {
    self.init(argument)
  }
}
