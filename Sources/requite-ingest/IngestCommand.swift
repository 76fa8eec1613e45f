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

      --preview shows what becomes of the first rows of a dump, --explain what became of one line; both write nothing.
      """)

  @Argument(help: ArgumentHelp("Dumps, or folders of dumps.", valueName: "dump"))
  var dumps: [String] = []

  @Option(help: "The folder to write to.")
  var out: String?

  @Option(help: "The configuration; without it every key has its default.")
  var config: String?

  @Option(
    help: ArgumentHelp(
      "Take only the second-numbered share of the dumps, of so many: 1/2 and 2/2 together are all.", valueName: "i/n"))
  var share: Share = .all

  @OptionGroup(title: "Looking at a dump")
  var look: LookOptions

  func validate() throws {
    if look.isAsked { return try look.validate(dumps: dumps, out: out) }
    if dumps.isEmpty { throw ValidationError("Missing expected argument '<dump> ...'") }
    if out == nil { throw ValidationError("Missing expected argument '--out <out>'") }
  }

  func run() {
    CommandRunner.run(stage: "requite-ingest") {
      if look.isAsked {
        try look.run(config: config)
        return .done
      }
      return try IngestRun(dumps: dumps, out: out ?? "", config: config, share: share).run()
    }
  }
}

extension Share: ExpressibleByArgument {
  init?(argument: String) {
    self.init(argument)
  }
}
