import ArgumentParser
import RequiteAdapters
import RequiteCommand
import RequiteIngest

/// Options for looking at a dump instead of reading it into a ledger.
struct LookOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Show what becomes of the first rows of a dump.", valueName: "dump"))
  var preview: String?

  @Option(help: ArgumentHelp("Say what became of one line of a dump.", valueName: "dump:line"))
  var explain: String?

  @Option(help: "How many canonical rows a preview shows.")
  var rows = 10

  @Option(
    help: ArgumentHelp("An adapter to try, by name or path, whatever the configuration says.", valueName: "adapter"))
  var use: String?

  @Option(help: ArgumentHelp("A parameter of that adapter; may be repeated.", valueName: "name=value"))
  var parameter: [String] = []

  /// Whether one of them is given.
  var isAsked: Bool { preview != nil || explain != nil || use != nil || !parameter.isEmpty }

  func validate(dumps: [String], out: String?) throws {
    guard (preview == nil) != (explain == nil) else {
      throw ValidationError("--use and --parameter go with either --preview or --explain.")
    }
    guard dumps.isEmpty, out == nil else { throw ValidationError("--preview and --explain write nothing.") }
    guard rows > 0 else { throw ValidationError("--rows must be at least 1.") }
    if explain != nil && place == nil { throw ValidationError("--explain needs a line, as in surveys-1.csv.gz:17.") }
    if use == nil && !parameter.isEmpty { throw ValidationError("--parameter goes with --use.") }
    if parameter.contains(where: { !$0.contains("=") }) { throw ValidationError("--parameter is written name=value.") }
  }

  /// The dump and the line to be explained.
  private var place: (dump: String, line: Int)? {
    guard let explain, let colon = explain.lastIndex(of: ":"), let line = Int(explain[explain.index(after: colon)...]),
      line > 0
    else { return nil }
    return (String(explain[..<colon]), line)
  }

  /// Prints what is asked for.
  func run(config: String?) throws {
    let configuration = try config.map(Configuration.init(contentsOf:)) ?? Configuration()
    let dump = preview ?? place?.dump ?? ""
    let adapters = AdapterSet(entries(dump) ?? configuration.adapters, configuration: use == nil ? config : nil)
    guard let file = try DumpFile.find([dump], adapters: adapters).first else { return }
    let show = DumpShow(
      path: file.path, name: file.name, adapter: file.adapter, settings: try IngestSettings(configuration))
    let output = StandardOutput()
    if let place {
      try output.write(Explanation(show, line: place.line).text())
    } else {
      try output.write(Preview(show, rows: rows, width: Terminal.output.width).text())
    }
    try output.flush()
  }

  /// The adapter to try, as a configuration would name it.
  private func entries(_ dump: String) -> [Configuration.Adapter]? {
    guard let use else { return nil }
    let pairs = parameter.map { $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false) }
    let parameters = Dictionary(pairs.map { (String($0[0]), String($0[1])) }) { $1 }
    return [Configuration.Adapter(match: "*", use: use, parameters: parameters)]
  }
}
