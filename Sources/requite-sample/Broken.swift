import ArgumentParser
import RequiteCommand
import RequiteSamples

/// Makes the catalogue of broken dumps.
struct Broken: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes the catalogue of broken dumps, with what must become of each in expected.csv.")

  @Option(help: "The directory for the dumps; made where missing.") var out: String

  func run() {
    CommandRunner.run(stage: "requite-sample") {
      try Directory.create(out)
      for file in BrokenCatalogue.files { try AtomicFile.writeIfChanged(file, to: out) }
      return .done
    }
  }
}
