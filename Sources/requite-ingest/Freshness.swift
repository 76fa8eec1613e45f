import RequiteCommand
import RequiteDocuments
import RequiteFormats
import RequiteIngest

/// Tells whether a dump was read before, just as it would be read now.
///
/// What the file system says about the file when it was read is kept beside the ledgers, hidden. As long as it says the
/// same, the dump is not opened. When it says something else, in either direction of time, the bytes decide: a dump that
/// was only copied or touched is not read again.
struct Freshness {
  private let folder: String
  private let settings: IngestSettings
  private let key: String

  init(ledgers: String, settings: IngestSettings, key: String) {
    folder = ledgers
    self.settings = settings
    self.key = key
  }

  /// The digest of everything but its content that decides what becomes of a dump: settings, and its adapter.
  func settings(for dump: DumpFile) -> String {
    let adapter = dump.adapter.map { "\n" + $0.identity } ?? ""
    return SHA256Digest.hex(of: Array((settings.text + adapter).utf8))
  }

  /// The manifest of an earlier reading that still stands; `nil` when the dump must be read.
  func standingManifest(of dump: DumpFile) throws -> DumpManifest? {
    guard let manifest = try manifest(of: dump), manifest.settings == settings(for: dump), manifest.key == key,
      manifest.account.refused == nil, try hasLedger(dump, manifest)
    else { return nil }
    let now = try Freshness.mark(of: dump)
    if try readMark(dump) == now { return manifest }
    guard try SHA256Digest.hex(ofFile: dump.path) == manifest.account.sha256 else { return nil }
    try remember(dump, mark: now)
    return manifest
  }

  /// Whether a dump looks as it did when it was read, by what the file system says alone.
  func wasSeen(_ dump: DumpFile) -> Bool {
    guard let seen = try? readMark(dump), let now = try? Freshness.mark(of: dump) else { return false }
    return seen == now
  }

  /// Keeps what the file system says about a dump that was read.
  func remember(_ dump: DumpFile, mark: String) throws {
    try Directory.create("\(folder)/.seen")
    try AtomicFile.write(Array(mark.utf8), to: "\(folder)/.seen/\(dump.name.name)")
  }

  /// What the file system says about a dump: size, time of change, number.
  static func mark(of dump: DumpFile) throws -> String {
    let status = try InputFile(path: dump.path).status
    return "\(status.size) \(status.modifiedNanoseconds) \(status.inode) \(status.device)\n"
  }

  private func manifest(of dump: DumpFile) throws -> DumpManifest? {
    let name = "\(dump.name.name).manifest.json"
    guard let bytes = try bytes("\(folder)/\(name)") else { return nil }
    return try? DumpManifest(document: bytes, name: name)
  }

  private func hasLedger(_ dump: DumpFile, _ manifest: DumpManifest) throws -> Bool {
    guard let ledger = try? LedgerReader(path: "\(folder)/\(dump.name.name).ledger") else { return false }
    return ledger.digest == manifest.ledger
  }

  private func readMark(_ dump: DumpFile) throws -> String? {
    try bytes("\(folder)/.seen/\(dump.name.name)").map { String(decoding: $0, as: UTF8.self) }
  }

  private func bytes(_ path: String) throws -> [UInt8]? {
    do {
      return try InputFile(path: path).contents()
    } catch let failure where failure.isMissing {
      return nil
    }
  }
}
