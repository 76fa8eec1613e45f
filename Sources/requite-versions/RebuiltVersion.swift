import RequiteCommand
import RequiteFormats

/// The files of a version that was made again, as long as they are there.
struct RebuiltVersion {
  /// Their folder.
  let path: String

  /// Copies the files to a folder that is new or empty.
  func copy(to folder: String) throws {
    try Directory.create(folder)
    guard try Directory.names(in: folder).isEmpty else {
      throw Failure(.cannotCreate, "the folder is not empty", file: folder, remedy: "Name a new one with -o.")
    }
    for name in try Directory.names(in: path) {
      try StageFile.write(StageFile.read("\(path)/\(name)"), to: "\(folder)/\(name)")
    }
  }

  /// What people read shows the version before, and the manifest and the sums hold its digests.
  private static let pages: Set<String> = ["index.html", "report.md", "manifest.json", "SHA256SUMS"]

  /// The names of the files that differ from those of `version`, one being missing counted as well.
  ///
  /// - Parameter withPages: Whether pages count too, for which all of the version before must be there.
  func differences(from version: VersionStore.Version, withPages: Bool) throws -> [String] {
    let (ours, theirs) = (try Directory.names(in: path), try Directory.names(in: version.path))
    let compared = Set(ours + theirs).subtracting(withPages ? [] : RebuiltVersion.pages)
    return try compared.sorted().filter { name in
      guard ours.contains(name), theirs.contains(name) else { return true }
      return try SHA256Digest.hex(ofFile: "\(path)/\(name)") != SHA256Digest.hex(ofFile: "\(version.path)/\(name)")
    }
  }
}
