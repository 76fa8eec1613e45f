import RequiteCommand
import RequiteDocuments
import RequiteFormats
import RequiteIngest
import RequiteModel

/// Forgets a customer: a tombstone first, then the rows in ledgers, objects and unfinished states.
///
/// Ended at any moment it can be run again, and goes on where it was: the tombstone already keeps the customer out of the
/// next version.
struct ForgetStage {
  let out: String
  let store: VersionStore
  let now: UTCTime

  /// Forgets a customer by their id, which is never written anywhere.
  func run(customer: String, vendor: String?) throws {
    guard !customer.isEmpty else { throw Failure(.usage, "whom to forget is not said") }
    let key = PseudonymKey(bytes: try KeyFile.standard().existing().bytes)
    try requireKey(key)
    let forgotten = try forgotten(key.customer(customer), vendor: vendor)
    try Directory.create(store.root)
    let rows = try DirectoryLock.holding(out, since: now) {
      try DirectoryLock.holding(store.root, since: now) { try forget(forgotten, key: key) }
    }
    print(
      rows == 0
        ? "no ledger has a row of this customer; none will"
        : "\(rows) row\(rows == 1 ? "" : "s") removed from ledgers; the next night publishes without this customer")
  }

  /// A customer under all ids that the crosswalks of the last night know them by.
  private func forgotten(_ customer: Pseudonym, vendor: String?) throws -> LedgerRedaction.Forgotten {
    let names = try Directory.names(in: "\(out)/ledgers").filter { $0.hasSuffix(".ledger") }
    let links = try IdentityLinks(names.map { try LedgerReader(path: "\(out)/ledgers/\($0)") })
    return LedgerRedaction.Forgotten(customer: customer, ids: links?.ids(of: customer) ?? [], vendor: vendor)
  }

  /// How many rows went from the ledgers of the last night and from kept ones, a row in both counted once.
  private func forget(_ forgotten: LedgerRedaction.Forgotten, key: PseudonymKey) throws -> Int64 {
    try Tombstones(out: out).add(forgotten, key: key.id)
    let scratch = try ScratchFolder(in: store.root, name: Rebuild.scratchName)
    var redaction = ObjectRedaction(store: store, scratch: scratch.path, forgotten: forgotten, now: now)
    for name in try Directory.names(in: "\(out)/ledgers") where name.hasSuffix(".ledger") {
      try redaction.redact(WorkingLedger(folder: "\(out)/ledgers", name: name))
    }
    try redaction.redactObjects()
    if redaction.rows > 0 { try removeStates() }
    let digest = SHA256Digest.hex(of: Array("\(forgotten.customer.high) \(forgotten.customer.low)".utf8))
    try store.noteTombstone(digest, vendor: forgotten.vendor, now: now)
    return redaction.rows
  }

  /// Makes sure that a pseudonym under `key` can be met in the ledgers at all.
  private func requireKey(_ key: PseudonymKey) throws {
    for name in try Directory.names(in: "\(out)/ledgers") where name.hasSuffix(".manifest.json") {
      let manifest = try DumpManifest(document: StageFile.read("\(out)/ledgers/\(name)"), name: name)
      guard manifest.key == key.id else {
        throw Failure(
          .configuration, "the ledger was made with another key", file: "\(out)/ledgers/\(name)",
          remedy: "Say with REQUITE_KEY_FILE where the key of this installation lies.")
      }
    }
  }

  /// What a night leaves between its stages holds pseudonyms, too, and is made again by the next.
  private func removeStates() throws {
    for name in try Directory.names(in: "\(out)/states") { try Directory.removeFile("\(out)/states/\(name)") }
  }
}
