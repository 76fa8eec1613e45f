import ArgumentParser
import RequiteCommand

/// `requite-versions rebuild`.
struct RebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Makes a version again from kept ledgers, as it was or with another period, configuration or method.",
    discussion: """
      What is known stays that of the version: dumps that came later do not take part. With --config alone the period stays, \
      too, whatever windows the file asks for; with --as-of as well, the windows are those of the file. Adapters and checks \
      of a configuration say how dumps are read, and these have been read.
      """)

  @Argument(help: "The version to start from.")
  var version = "latest"

  @OptionGroup var options: StoreOptions

  @Option(help: "Another moment up to which facts count (RFC 3339); windows that ended with the old one move along.")
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "Another survey window, as FROM..TO, days or RFC 3339; the end lies outside.",
      discussion: """
        as_of is its end unless given. The event window has the same length and ends HORIZON before as_of, but not after the \
        survey window.
        """))
  var period: String?

  @Option(help: "Another configuration.")
  var config: String?

  @Option(help: "Another method.")
  var method: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder for the files, new or empty.", valueName: "folder"))
  var output: String?

  @Flag(help: "Add the result to the versions; latest stays where it is.")
  var publish = false

  func validate() throws {
    guard (output == nil) == publish else { throw ValidationError("Say where to: -o FOLDER or --publish.") }
    guard config == nil || method == nil else {
      throw ValidationError("A configuration names its own method; leave --method away.")
    }
  }

  func run() {
    CommandRunner.run(stage: "requite-versions") { try rebuild() }
  }

  private func rebuild() throws {
    let store = options.store
    let source = try KeptVersion(store.resolve(version), in: store)
    let changes = RebuildChanges(asOf: asOf, period: period, config: config, method: method)
    // Without changes the pages show the version before beside it, as they did when it was published.
    let beside = changes.isEmpty ? try store.previous(of: source.version) : nil
    let rebuild = try Rebuild(source, changes: changes, beside: beside)
    if let output {
      print("\(try rebuild.run { try $0.copy(to: output) })  \(output)")
    } else {
      print(try rebuild.publish())
    }
  }
}
