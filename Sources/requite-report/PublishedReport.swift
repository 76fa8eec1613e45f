import RequiteCommand
import RequiteDocuments
import RequiteFormats
import RequiteModel
import RequiteReporting

/// A version as it was published, read back from its files.
struct PublishedReport {
  let version: VersionStore.Version

  /// The report, to be shown beside an earlier version.
  func report(previous: PreviousVersion?) throws -> Report {
    let manifest = try VersionManifest(document: bytes("manifest.json"), name: "manifest.json")
    return Report(
      version: version.id, settings: manifest.address.settings, measures: try measures(), dumps: manifest.dumps,
      facts: manifest.facts, previous: previous)
  }

  /// The table of measures.
  func measures() throws -> [Measure] {
    do {
      return try MeasuresCSV.parse(bytes("measures.csv"))
    } catch let fault as MeasuresFault {
      throw Failure(.integrity, "\(fault)", file: "\(version.path)/measures.csv", cause: fault)
    }
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    try StageFile.read("\(version.path)/\(name)")
  }
}
