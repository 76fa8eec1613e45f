import ArgumentParser
import RequiteCommand
import RequiteReporting

/// Which numbers, and what beside them.
struct DiffChoice: ParsableArguments {
  @Option(help: ArgumentHelp("Only these metrics, with all their causes; * stands for any text.", valueName: "name"))
  var metric: [String] = []

  @Option(
    help: ArgumentHelp(
      "Groups of customers too, and how much of a change their sizes made.", valueName: "dimension,dimension"))
  var by: String?

  @Option(
    defaultAsFlag: 20,
    help: ArgumentHelp("The rows with the largest parts of the leading numbers; pseudonyms only.", valueName: "count"))
  var rows: Int?

  @Flag(help: "With --rows: also where few rows stand behind a cause; only for who holds the key.")
  var reveal = false

  @Flag(help: "Unchanged numbers too.")
  var all = false

  @Option(
    help: ArgumentHelp(
      "path, or shapley: parts averaged over the orders in which facts, configuration and method may move.",
      discussion: """
        On the path the facts move first, then the period, the configuration and the method; what a setting did depends on \
        that. With shapley it does not, and stops in between are no versions. Costs six comparisons where all three moved.
        """))
  var order = CauseOrder.path

  @Flag(help: "Only what new knowledge did to the old period.")
  var restatement = false

  @Flag(help: "Only what the moving period did.")
  var movement = false

  @Flag(help: "Only which dumps and facts differ, by cause.")
  var stat = false

  func validate() throws {
    if let rows, rows < 1 { throw ValidationError("--rows needs a number above 0") }
    if reveal && rows == nil { throw ValidationError("--reveal needs --rows") }
    if rows != nil && order == .shapley { throw ValidationError("--rows are of one order; leave --order away") }
    if restatement && movement { throw ValidationError("--restatement and --movement are one or the other") }
  }

  /// The dimensions asked for.
  var dimensions: [String] { by?.split(separator: ",").map(String.init) ?? [] }
}

/// How the diff is written.
struct DiffForm: ParsableArguments {
  @Option(help: "text, json, md or html.")
  var format = DiffFormat.text

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write into this file instead of standard output.", valueName: "file"))
  var output: String?

  @Option(help: "With md: the most bytes; rows that do not fit are left out whole.")
  var maxBytes = DiffMarkdown.usualMaximum

  @Option(help: "auto, always or never.")
  var color = ColorChoice.auto

  @Flag(name: .shortAndLong, help: "Print nothing; the exit code answers.")
  var quiet = false

  func validate() throws {
    guard maxBytes >= DiffMarkdown.leastMaximum else {
      throw ValidationError("--max-bytes must be at least \(DiffMarkdown.leastMaximum)")
    }
  }
}

/// What the exit code says.
struct DiffGate: ParsableArguments {
  @Flag(help: "Exit 1 when anything differs beyond tolerance.")
  var exitCode = false

  @Option(help: ArgumentHelp("Exit 3 when a rule of this file trips.", valueName: "file"))
  var thresholds: String?

  @Flag(help: "Answer although the method differs.")
  var allowMethodChange = false

  @Flag(help: "Answer although the configuration differs.")
  var allowConfigChange = false

  /// Whether the exit code is asked for anything.
  var isAsked: Bool { exitCode || thresholds != nil }
}

/// What moves first, where more than one thing did.
enum CauseOrder: String, CaseIterable, ExpressibleByArgument {
  case path
  case shapley
}

/// The renderings of a diff.
enum DiffFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
  case md
  case html
}

extension ColorChoice: ExpressibleByArgument {}
