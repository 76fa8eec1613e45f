import ArgumentParser
import RequiteCommand
import RequiteDocuments

/// `requite-merge`: states in, one state out.
@main
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "requite-merge",
    abstract: "Adds states to one: any order, any tree, the same bytes.",
    discussion: "States of different plans, and states that share a bucket, do not merge.")

  @Argument(help: ArgumentHelp("States; - is standard input.", valueName: "state"))
  var states: [String]

  @Option(help: "The file to write; - is standard output.")
  var out: String

  func run() {
    CommandRunner.run(stage: "requite-merge") { try merge() }
  }

  private func merge() throws {
    var sum: StateFile?
    for path in states {
      let (bytes, name) = (try StageFile.read(path), StageFile.name(path))
      if sum == nil {
        sum = try StateFile(document: bytes, name: name)
      } else {
        try sum?.merge(document: bytes, name: name)
      }
    }
    guard let sum else { return }
    try StageFile.write(to: out, mode: 0o600) { file in try sum.forEachPart { try file.write($0) } }
  }
}
