import RequiteCommand
import RequiteDocuments
import RequiteFormats
import RequiteIngest
import RequiteModel

/// Reads one dump into a ledger, a quarantine list and, last, a manifest.
struct DumpIngestion {
  let dump: DumpFile
  let settings: IngestSettings
  /// Tells whether a ledger was read as it would be read now.
  let settingsDigest: String
  let keyID: String
  let folders: OutputFolders
  /// Whether a second thread decompresses the dump.
  let besideParsing: Bool

  /// Reads the dump.
  ///
  /// Returns its manifest, and what the file system said of the file before it was read.
  ///
  /// - Parameter advance: is told how many bytes were read, piece by piece.
  func run(people: People, advance: @escaping (Int64) -> Void) throws -> (DumpManifest, mark: String) {
    let mark = try Freshness.mark(of: dump)
    let builder = LedgerBuilder(
      kind: dump.name.kind, attributes: settings.attributes, directory: folders.ledgers)
    let quarantine = try AtomicFile("\(folders.quarantine)/\(dump.name.name).csv", mode: 0o600)
    let reader = DumpReader(
      name: dump.name, settings: settings, quarantine: quarantine, adapter: dump.adapter)
    reader.observer = advance
    let reading = try reader.read(path: dump.path, besideParsing: besideParsing, people: people, into: builder)
    guard !reading.isStillGrowing else {
      throw Failure(
        .tryLater, "the dump changed while it was read, somebody is still writing it", file: dump.path,
        remedy: "Write dumps under another name and rename them when they are complete.")
    }
    try removeOlder()
    if reading.quarantined > 0 { try quarantine.commit() } else { quarantine.discard() }
    let manifest = try reading.refusal == nil ? accept(reading, builder) : refuse(reading)
    try AtomicFile.write(manifest.document, to: "\(folders.ledgers)/\(dump.name.name).manifest.json", mode: 0o600)
    return (manifest, mark)
  }

  /// What an earlier reading left goes first, the manifest before the rest: without it nothing counts.
  private func removeOlder() throws {
    let name = dump.name.name
    for path in [
      "\(folders.ledgers)/\(name).manifest.json", "\(folders.ledgers)/\(name).ledger",
      "\(folders.quarantine)/\(name).csv",
    ] {
      try Directory.removeFile(path)
    }
  }

  private func accept(_ reading: DumpReading, _ builder: LedgerBuilder) throws -> DumpManifest {
    let path = "\(folders.ledgers)/\(dump.name.name).ledger"
    let file = try AtomicFile(path, mode: 0o600)
    let summary = try builder.finish(dictionaries: reading.dictionaries, to: file)
    try file.commit()
    let account = DumpAccount(
      dump: dump.name.name, kind: dump.name.kind, sha256: reading.sha256, lines: reading.lines, read: reading.read,
      accepted: summary.accepted, quarantined: reading.quarantined, duplicates: summary.duplicates,
      filtered: reading.filtered, rules: reading.rules)
    guard account.isBalanced else {
      try Directory.removeFile(path)
      throw Failure(
        .ourFault, "rows are missing: \(account.summary) do not add up", file: dump.path,
        remedy: "This is a fault of Requite. Please report it with this message; nothing of the dump was used.")
    }
    return DumpManifest(
      account: account, bytes: reading.bytes, ledger: try LedgerReader(path: path).digest, settings: settingsDigest,
      key: keyID)
  }

  private func refuse(_ reading: DumpReading) -> DumpManifest {
    let account = DumpAccount(
      dump: dump.name.name, kind: dump.name.kind, sha256: reading.sha256, refused: reading.refusal?.message)
    return DumpManifest(
      account: account, bytes: 0, ledger: nil, refusal: reading.refusal?.code, settings: settingsDigest, key: keyID)
  }
}

extension DumpAccount {
  /// Whether the log names the dump: nothing of it counts, or rows were set aside.
  var needsLook: Bool { refused != nil || quarantined > 0 }

  /// Counts the rows of another dump, too.
  mutating func addRows(of other: DumpAccount) {
    read += other.read
    accepted += other.accepted
    duplicates += other.duplicates
    filtered += other.filtered
    quarantined += other.quarantined
  }

  /// The account in one line, for the log.
  var summary: String {
    if let refused { return "REFUSED, \(refused)" }
    let parts = [
      (accepted, "accepted"), (duplicates, "duplicates"), (filtered, "filtered"), (quarantined, "quarantined"),
    ]
    return "\(read) rows" + parts.filter { $0.0 > 0 }.map { ", \($0.0) \($0.1)" }.joined()
  }
}
