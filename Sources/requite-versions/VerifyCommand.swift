import ArgumentParser
import RequiteCommand

/// `requite-versions verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Hashes versions again, and what they were made of; 5 when a byte differs.")

  @Argument(help: ArgumentHelp("Versions; without one, all of them.", valueName: "version"))
  var versions: [String] = []

  @OptionGroup var options: StoreOptions

  @Flag(
    help: ArgumentHelp(
      "Make the versions again from their ledgers, and compare every file; 66 when ledgers are gone.",
      discussion: """
        With other jobs and in another order, in another language and time zone, and by a clock that stands still in 2001 \
        (REQUITE_CLOCK).
        """))
  var rebuild = false

  func run() {
    CommandRunner.run(stage: "requite-versions") {
      try VersionCheck(store: options.store, names: versions, rebuilds: rebuild).run()
    }
  }
}
