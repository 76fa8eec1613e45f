import RequiteCommand
import RequiteDocuments
import RequiteFormats

/// A ledger of the last night, with its manifest.
struct WorkingLedger {
  let folder: String
  let name: String

  var path: String { "\(folder)/\(name)" }
  private var manifestPath: String { "\(folder)/\(name.dropLast(".ledger".count)).manifest.json" }

  /// Puts the ledger at `other` in its place, from which `rows` rows are gone.
  ///
  /// The manifest goes first and comes back last: without it the next night reads the dump again.
  func replace(by other: String, without rows: Int64) throws {
    var manifest = try DumpManifest(document: StageFile.read(manifestPath), name: StageFile.name(manifestPath))
    try Directory.removeFile(manifestPath)
    let file = try AtomicFile(path, mode: 0o600)
    try file.write(StageFile.read(other))
    try file.commit()
    manifest.ledger = try LedgerReader(path: path).digest
    manifest.account.lose(rows)
    try StageFile.write(manifest.document, to: manifestPath, mode: 0o600)
  }
}
