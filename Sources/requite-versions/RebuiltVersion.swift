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

  /// The names of the files that differ from those of `version`, one being missing counted as well.
  func differences(from version: VersionStore.Version) throws -> [String] {
    let (ours, theirs) = (try Directory.names(in: path), try Directory.names(in: version.path))
    return try Set(ours + theirs).sorted().filter { name in
      guard ours.contains(name), theirs.contains(name) else { return true }
      return try SHA256Digest.hex(ofFile: "\(path)/\(name)") != SHA256Digest.hex(ofFile: "\(version.path)/\(name)")
    }
  }
}
