import RequiteCommand
import RequiteDocuments
import RequiteFormats

/// Hashes the files of versions again.
struct VersionCheck {
  let out: String
  let names: [String]

  func run() throws -> ExitCode {
    let store = VersionStore("\(out)/reports")
    let versions = try names.isEmpty ? store.versions() : names.map(store.resolve)
    guard !versions.isEmpty else {
      throw Failure(
        .inputMissing, "nothing has been published yet", file: store.root, remedy: "Run make nightly first.")
    }
    var codes: [ExitCode] = []
    let output = StandardOutput()
    for version in versions {
      do {
        let count = try check(version)
        try output.write("\(version.id): \(count) files, as published\n")
      } catch {
        codes.append(CommandRunner.report(error, from: "requite-versions"))
      }
    }
    try output.flush()
    return ExitCode.worst(of: codes)
  }

  /// The number of files, all of them as their manifest says.
  private func check(_ version: VersionStore.Version) throws -> Int {
    let manifest = try VersionManifest(
      document: StageFile.read("\(version.path)/manifest.json"), name: "\(version.id)/manifest.json")
    guard manifest.address.id == version.id else { throw changed("\(version.path)/manifest.json") }
    for output in manifest.outputs {
      let path = "\(version.path)/\(output.name)"
      guard try SHA256Digest.hex(ofFile: path) == output.sha256 else { throw changed(path) }
    }
    return manifest.outputs.count + 1
  }

  private func changed(_ path: String) -> Failure {
    Failure(
      .integrity, "the file is not what was published", file: path,
      remedy: "Remove the version's folder and run the night again, or restore it from a backup.")
  }
}
