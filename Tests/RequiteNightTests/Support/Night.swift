import Foundation
import RequiteTestSupport
import Testing

/// A whole night in a folder of its own, run the way `make nightly` runs it.
struct Night: Sendable {
  let folder = TemporaryFolder()
  var jobs = 2
  var environment: [String: String] = [:]
  /// How many files each process may have open; as many as usual where nothing is said.
  var openFiles: Int?

  /// Runs the night over the dumps at `dumps`.
  @discardableResult
  func run(_ dumps: String, config: String = "Pipelines/nightly.yaml") throws -> CommandResult {
    var variables = environment
    variables["DUMPS"] = dumps
    variables["OUT"] = "\(folder.path)/Warehouse"
    variables["CONFIG"] = config.hasPrefix("/") ? config : ProjectFolder.path(config)
    let limit = openFiles.map { "ulimit -n \($0)\n" } ?? ""
    return try Command.run(
      "\(limit)\"$PROJECT\"/Pipelines/nightly.sh make -j\(jobs)", in: folder.path, environment: variables)
  }

  /// A night that begins where this one has ended, in a folder of its own.
  func copy() throws -> Night {
    var copy = Night()
    (copy.jobs, copy.environment) = (jobs, environment)
    // Others may be at work beside it, and leave files of theirs for a moment.
    let files = "find . -mindepth 1 -maxdepth 1 ! -name '.*'"
    let result = try Command.run("\(files) -exec cp -a -t '\(copy.folder.path)' {} +", in: folder.path)
    #expect(result.code == 0, "\(result.errors)")
    return copy
  }

  /// What `requite-diff` says of the last two versions.
  func diff(_ options: String = "") throws -> DiffDocument {
    let result = try Command.run("requite-diff --out Warehouse --format json \(options)", in: folder.path)
    #expect(result.code == 0, "\(result.errors)")
    return try DiffDocument(result.output)
  }

  /// Makes pseudonyms with a key that everybody knows, so that they are the same every time.
  func useKnownKey() {
    folder.write(String(repeating: "0123456789abcdef", count: 4) + "\n", to: "key")
    chmod("\(folder.path)/key", 0o600)
  }

  /// A file of the latest version.
  func published(_ name: String) -> String {
    folder.text(of: "Warehouse/reports/latest/\(name)")
  }

  /// The id of the latest version.
  var version: String {
    folder.text(of: "Warehouse/reports/latest.txt").trimmingCharacters(in: .newlines)
  }

  /// The manifest of a dump.
  func manifest(_ dump: String) throws -> [String: Any] {
    try jsonFile("Warehouse/ledgers/\(dump).manifest.json")
  }

  /// A file with a JSON object in it.
  func jsonFile(_ name: String) throws -> [String: Any] {
    let bytes = try #require(folder.bytes(of: name))
    return try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }
}
