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
      let state = try StateFile(document: StageFile.read(path), name: StageFile.name(path))
      if sum == nil { sum = state } else { try sum?.merge(state, name: StageFile.name(path)) }
    }
    if let sum { try StageFile.write(sum.document, to: out, mode: 0o600) }
  }
}
