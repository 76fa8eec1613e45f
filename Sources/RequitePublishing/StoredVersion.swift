import RequiteCommand
import RequiteDocuments
import RequiteFormats
import RequiteModel
import RequiteReporting

/// A published version as a diff reads it.
public struct StoredVersion {
  /// Where it lies.
  public let place: VersionStore.Version
  /// What it says of itself.
  public let manifest: VersionManifest
  /// Its numbers.
  public let measures: [Measure]

  /// Reads a version, or a part of its numbers.
  ///
  /// - Throws: 5 where its table is not what its manifest says.
  public init(_ place: VersionStore.Version, part: MeasuresCSV.Part = .all) throws {
    self.place = place
    manifest = try VersionManifest(
      document: StageFile.read("\(place.path)/manifest.json"), name: "\(place.id)/manifest.json")
    let path = "\(place.path)/measures.csv"
    let bytes = try StageFile.read(path)
    guard SHA256Digest.hex(of: bytes) == manifest.address.measures else {
      throw Failure(
        .integrity, "the numbers are not those that were published", file: path,
        remedy: "Run make verify, and restore the version from a backup or publish it again.")
    }
    do { measures = try MeasuresCSV.parse(bytes, part: part) } catch {
      throw Failure(.integrity, "\(error)", file: path, cause: error)
    }
  }

  /// What a diff must know of it.
  public var compared: ComparedVersion {
    ComparedVersion(
      id: place.id, facts: manifest.address.factsText,
      settings: manifest.address.settings, dumps: manifest.dumps, measures: measures)
  }
}
