import ArgumentParser
import RequiteCommand

/// `requite-versions list`.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the versions by publication, the latest marked with *.")

  @OptionGroup var options: StoreOptions

  @Option(help: "text or json.")
  var format = ListFormat.text

  func run() {
    CommandRunner.run(stage: "requite-versions") { try list() }
  }

  private func list() throws {
    let list = try VersionList(options.store)
    try StageFile.write(format == .text ? Array(list.text.utf8) : list.json.pretty(), to: "-")
  }
}

/// How a list is written.
enum ListFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
}
