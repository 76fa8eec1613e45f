import RequiteCommand
import RequiteDocuments
import RequiteFormats

/// Holds versions against their manifests, and on request against what their ledgers give once more.
struct VersionCheck {
  let store: VersionStore
  let names: [String]
  let rebuilds: Bool

  func run() throws -> ExitCode {
    let versions = try names.isEmpty ? store.versions() : names.map(store.resolve)
    guard !versions.isEmpty else {
      throw Failure(
        .inputMissing, "nothing has been published yet", file: store.root, remedy: "Run make nightly first.")
    }
    var codes: [ExitCode] = []
    var objects = ObjectCheck(store: store.objects)
    let output = StandardOutput()
    for version in versions {
      do {
        try output.write("\(version.id): \(try check(version, &objects))\n")
      } catch {
        codes.append(CommandRunner.report(error, from: "requite-versions"))
      }
    }
    try output.flush()
    return ExitCode.worst(of: codes)
  }

  /// What was found to be in order.
  private func check(_ version: VersionStore.Version, _ objects: inout ObjectCheck) throws -> String {
    let kept = try KeptVersion(version, in: store)
    let files = try checkFiles(of: kept)
    if rebuilds, kept.redaction == nil { return "\(files) files, \(try checkRebuild(of: kept))" }
    return try checkObjects(of: kept, &objects, files: files) + redaction(of: kept)
  }

  private func redaction(of kept: KeptVersion) -> String {
    guard let (rows, date) = kept.redaction else { return "" }
    let rebuild = rebuilds ? "; it cannot be made again" : ""
    return "; \(rows) row\(rows == 1 ? "" : "s") of forgotten customers left its ledgers, last on \(date)\(rebuild)"
  }

  private func checkObjects(of kept: KeptVersion, _ objects: inout ObjectCheck, files: Int) throws -> String {
    let there = kept.objects.filter(store.objects.contains)
    for object in there { try objects.check(object) }
    let gone = kept.objects.count - there.count
    switch kept.state {
    case .never: return "\(files) files, as published"
    case .kept: return "\(files) files and \(there.count) objects, as published"
    case .collected: return "\(files) files, as published; \(gone) of \(kept.objects.count) objects are gone"
    }
  }

  /// The number of files, all of them as manifest and sums say.
  private func checkFiles(of kept: KeptVersion) throws -> Int {
    let path = kept.version.path
    guard kept.manifest.address.id == kept.version.id else { throw changed("\(path)/manifest.json") }
    for output in kept.manifest.outputs {
      guard try SHA256Digest.hex(ofFile: "\(path)/\(output.name)") == output.sha256 else {
        throw changed("\(path)/\(output.name)")
      }
    }
    let sums = String(decoding: try StageFile.read("\(path)/SHA256SUMS"), as: UTF8.self)
    let manifest = try SHA256Digest.hex(ofFile: "\(path)/manifest.json")
    guard sums.contains("\(manifest)  manifest.json\n") else { throw changed("\(path)/manifest.json") }
    return kept.manifest.outputs.count + 2
  }

  private func checkRebuild(of kept: KeptVersion) throws -> String {
    var differences: [String] = []
    let before = try store.previous(of: kept.version)
    let isBeforeWhole =
      try before.map { try KeptVersion($0, in: store).isWhole } ?? (try store.previousID(of: kept.version) == nil)
    let id = try Rebuild(kept, circumstances: .strange, beside: before).run {
      differences = try $0.differences(from: kept.version, withPages: isBeforeWhole)
    }
    guard differences.isEmpty else {
      throw Failure(
        .integrity,
        "made again from its ledgers, \(id == kept.version.id ? "the version differs" : "the version is \(id)") in "
          + differences.joined(separator: ", "), file: kept.version.path,
        remedy: id == kept.version.id
          ? "The numbers agree. Was it published by another release? Then only its rendering changed."
          : "Please report this: a version must follow from its facts, period, configuration and method alone.")
    }
    let ledgers = "when made again from \(kept.manifest.dumps.count) ledgers"
    return isBeforeWhole
      ? "the same bytes \(ledgers)" : "the same numbers \(ledgers); what its pages say of the version before is gone"
  }

  private func changed(_ path: String) -> Failure {
    Failure(
      .integrity, "the file is not what was published", file: path,
      remedy: "Remove the version's folder and run the night again, or restore it from a backup.")
  }
}
