import ArgumentParser
import RequiteCommand

/// `requite-versions forget`.
struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Takes a customer out of all ledgers, for good.",
    discussion: """
      Needs the key under which the ledgers were made. The customer leaves the ledgers at once and the next version with the \
      next night, and is kept out of whatever dumps may still bring. Versions that were published stay as they are: they \
      hold no single person. Remove the customer from the dumps, too.
      """)

  @Argument(help: "The customer's id, as it stands in the dumps; - reads it from standard input.")
  var customer: String

  @Option(help: "The vendor that forgets; without it every vendor.")
  var vendor: String?

  @OptionGroup var options: StoreOptions

  func run() {
    CommandRunner.run(stage: "requite-versions") { try forget() }
  }

  private func forget() throws {
    let stage = ForgetStage(out: options.out, store: options.store, now: .now())
    try stage.run(customer: customer == "-" ? line(StageFile.read("-")) : customer, vendor: vendor)
  }

  private func line(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
  }
}
