import ArgumentParser
import RequiteCommand
import RequiteScoring

/// `requite-score reconcile`: why another product's numbers differ.
struct ReconcileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Counts the facts of the last night as another product does, and says why its numbers differ.",
    discussion: """
      Begins with Requite's number and applies the product's rules one after the other: the last line is what the product \
      would show for the same facts, and each line before it is a reason with what it does and how many customers or threads \
      it concerns. Small numbers are shown: this is for whoever holds the ledgers, not for publication.

      Presets:
      \(CountingPreset.all.map { "  \($0.name): \($0.about)" }.joined(separator: "\n"))
      """)

  @Option(help: "The product: one of the presets.")
  var preset: String

  @Option(help: "The folder of the night.")
  var out: String

  @Option(help: "Only this vendor.")
  var vendor: String?

  @Option(help: "text, or csv with one line a step.")
  var format = ReconcileFormat.text

  func validate() throws {
    guard CountingPreset(named: preset) == nil else { return }
    let known = CountingPreset.all.map(\.name).joined(separator: ", ")
    throw ValidationError("There is no preset of that name. Known: \(known).")
  }

  func run() {
    CommandRunner.run(stage: "requite-score") {
      guard let preset = CountingPreset(named: preset) else { return }
      try ReconcileStage(preset: preset, out: out, vendor: vendor, format: format).run()
    }
  }
}

/// The renderings of a reconciliation.
enum ReconcileFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case csv
}
