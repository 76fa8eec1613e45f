import Foundation
import RequiteAdapters
import RequiteCommand
import RequiteFormats
import RequiteIngest
import RequiteModel
import RequiteTestSupport
import Testing

/// A folder of samples: `config.yaml` names an adapter and its parameters, the first file it matches is the dump, and
/// `expected.txt` is what must become of it.
struct SampleDump: Sendable, CustomTestStringConvertible {
  static let folder = ProjectFolder.path("Tests/RequiteAdaptersTests/Samples")
  static let adapters = ProjectFolder.path("Pipelines/adapters")

  let name: String
  var testDescription: String { name }

  /// All samples.
  static var all: [SampleDump] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map(SampleDump.init)
  }

  var path: String { "\(Self.folder)/\(name)" }

  /// What becomes of the dump, one line for each canonical row.
  func rows(settings: IngestSettings = IngestSettings(attributes: [])) throws -> String {
    let show = try show(settings)
    var text = ""
    let reading = try show.read { row in
      let contents = zip(show.columns, row.contents).filter { !$1.isEmpty }.map { "\($0)=\($1.escapedForMessages)" }
      let place = "\(row.place.line) \(row.place.byteOffset)+\(row.place.byteLength)"
      text += ([place, row.verdict] + contents).joined(separator: " | ") + "\n"
      return true
    }
    if let refusal = reading.refusal { return "refused: \(refusal.message)\n" }
    let counts = "read \(reading.read), filtered \(reading.filtered), quarantined \(reading.quarantined)"
    return text + "\(counts), lines \(reading.lines)\n"
  }

  /// The dump, ready to be shown.
  func show(_ settings: IngestSettings = IngestSettings(attributes: [])) throws -> DumpShow {
    let config = "\(path)/config.yaml"
    let entries = try Configuration(contentsOf: config).adapters
    let set = AdapterSet(entries, configuration: config, folders: [Self.adapters])
    let files = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    let file = files.first { DumpName.index(of: $0, in: set.patterns) != nil } ?? ""
    guard let adapter = try set.adapter(for: file) else { throw Failure(.inputMissing, "no dump", file: path) }
    return DumpShow(
      path: "\(path)/\(file)", name: DumpName(file, kind: adapter.kind), adapter: adapter, settings: settings)
  }
}
