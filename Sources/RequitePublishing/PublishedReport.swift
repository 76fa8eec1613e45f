import RequiteCommand
import RequiteDocuments
import RequiteFormats
import RequiteModel
import RequiteReporting

/// The headlines of a version as it was published, read back from its files.
public struct PublishedReport {
  private let version: VersionStore.Version

  /// Names a version; nothing is read.
  public init(version: VersionStore.Version) {
    self.version = version
  }

  /// The report without its cuts and trends, to be shown beside an earlier version.
  public func report(previous: PreviousVersion?) throws -> Report {
    let manifest = try VersionManifest(document: bytes("manifest.json"), name: "manifest.json")
    return Report(
      version: version.id, settings: manifest.address.settings, measures: try measures(.headlines),
      dumps: manifest.dumps,
      facts: manifest.facts, previous: previous)
  }

  /// A part of its table.
  public func measures(_ part: MeasuresCSV.Part) throws -> [Measure] {
    do {
      return try MeasuresCSV.parse(bytes("measures.csv"), part: part)
    } catch let fault as MeasuresFault {
      throw Failure(.integrity, "\(fault)", file: "\(version.path)/measures.csv", cause: fault)
    }
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    try StageFile.read("\(version.path)/\(name)")
  }
}
