import ArgumentParser
import RequiteCommand

/// `requite-score`: some buckets of all ledgers in, one state out.
@main
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "requite-score",
    abstract: "Scores ledgers: some buckets in, one state out; memory is bounded by the largest bucket.",
    discussion: """
      Three steps, each a file the next one reads: `plan` settles what all parts of a night must agree on, `threads` judges \
      the threads of some buckets, `customers` brings threads and responses together, customer by customer. \
      `reconcile` counts the same facts as another product does.
      """,
    subcommands: [PlanCommand.self, ThreadsCommand.self, CustomersCommand.self, ReconcileCommand.self])
}

/// `requite-score plan`: settings and dictionaries of a night.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Settles what all parts of a night must agree on.")

  @Argument(help: ArgumentHelp("The dumps that take part, or folders of dumps.", valueName: "dump"))
  var dumps: [String]

  @Option(help: "The folder that ingest wrote to; the plan becomes OUT/states/plan.json.")
  var out: String

  @Option(help: "The configuration; without it every key has its default.")
  var config: String?

  @Option(help: "The moment up to which facts count (RFC 3339); wins over the configuration.")
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "Resolved settings, as a version's manifest holds them; with a configuration, only their period counts.",
      valueName: "file"))
  var settings: String?

  func validate() throws {
    guard settings == nil || asOf == nil else {
      throw ValidationError("--settings name their own as_of; leave --as-of away.")
    }
  }

  func run() {
    CommandRunner.run(stage: "requite-score") {
      try PlanStage(dumps: dumps, out: out, config: config, asOf: asOf, settings: settings).run()
    }
  }
}

/// `requite-score threads`: the first pass.
struct ThreadsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "threads", abstract: "Judges the threads of some buckets.")

  @Option(help: "The folder that ingest wrote to.")
  var out: String

  @Option(help: "The buckets, for example 0-63.")
  var buckets: BucketRange

  func run() {
    CommandRunner.run(stage: "requite-score") { try ThreadsStage(out: out, buckets: buckets).run() }
  }
}

/// `requite-score customers`: the second pass.
struct CustomersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "customers", abstract: "Scores the customers of some buckets.")

  @Argument(help: ArgumentHelp("The outcome files of all threads.", valueName: "outcomes"))
  var outcomes: [String]

  @Option(help: "The folder that ingest wrote to.")
  var out: String

  @Option(help: "The buckets, for example 0-63.")
  var buckets: BucketRange

  func run() {
    CommandRunner.run(stage: "requite-score") {
      try CustomersStage(out: out, buckets: buckets, outcomes: outcomes).run()
    }
  }
}

extension BucketRange: ExpressibleByArgument {
  init?(argument: String) {
    self.init(argument)
  }
}
