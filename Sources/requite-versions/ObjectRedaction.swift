import RequiteCommand
import RequiteDocuments
import RequiteFormats
import RequiteModel

/// Takes a customer out of ledgers, and out of what was made of them.
struct ObjectRedaction {
  private let store: VersionStore
  private let scratch: String
  private let forgotten: LedgerRedaction.Forgotten
  private let now: UTCTime
  /// By digest, the new digest of each ledger with rows of the customer.
  private var replaced: [String: String] = [:]
  /// How many rows went so far, from different ledgers.
  private(set) var rows: Int64 = 0

  init(store: VersionStore, scratch: String, forgotten: LedgerRedaction.Forgotten, now: UTCTime) {
    self.store = store
    self.scratch = scratch
    self.forgotten = forgotten
    self.now = now
  }

  /// Takes the customer out of a ledger of the last night.
  mutating func redact(_ ledger: WorkingLedger) throws {
    let reader = try LedgerReader(path: ledger.path)
    guard let result = try rewrite(reader) else { return }
    try ledger.replace(by: result.path, without: result.rows)
  }

  /// Takes the customer out of every kept ledger, and out of the plans and states made of one.
  mutating func redactObjects() throws {
    let objects = try store.objects.objects()
    for object in objects where object.kind == .ledger {
      if replaced[object.digest] == nil { _ = try rewrite(LedgerReader(path: store.objects.path(of: object))) }
      if replaced[object.digest] != nil { try store.objects.forget(object) }
    }
    guard !replaced.isEmpty else { return }
    for version in try store.versions() { try removeState(of: KeptVersion(version, in: store)) }
    for object in objects where object.kind == .plan { try redactPlan(object) }
  }

  /// Writes a ledger anew without the customer, and keeps and notes it where the old one was kept; `nil` when there is
  /// nothing of them in it.
  private mutating func rewrite(_ reader: LedgerReader) throws -> (path: String, rows: Int64)? {
    let redaction = try LedgerRedaction(reader)
    guard try redaction.count(of: forgotten) > 0 else { return nil }
    let path = "\(scratch)/\(reader.digest).ledger"
    let file = try AtomicFile(path, mode: 0o600)
    let count = try redaction.write(without: forgotten, directory: scratch, to: file)
    try file.commit()
    let digest = try LedgerReader(path: path).digest
    let old = ObjectStore.Object(reader.digest, .ledger)
    if store.objects.contains(old) {
      try store.objects.keep(path, as: .init(digest, .ledger))
      try store.note(.init(old, by: digest, rows: count, redactedAt: now))
    }
    replaced[reader.digest] = digest
    rows += count
    return (path, count)
  }

  /// Lets a plan name the ledgers as they are now.
  private func redactPlan(_ object: ObjectStore.Object) throws {
    var plan = try Plan(document: StageFile.read(store.objects.path(of: object)), name: object.name)
    // A name that already leads to another plan is followed when that one's turn comes.
    guard plan.digest == object.digest, plan.ledgers.contains(where: { replaced[$0.digest] != nil }) else { return }
    for index in plan.ledgers.indices {
      if let digest = replaced[plan.ledgers[index].digest] { plan.ledgers[index].digest = digest }
    }
    let new = ObjectStore.Object(plan.digest, .plan)
    try store.objects.keep(plan.document, as: new)
    try store.note(.init(object, by: new.digest, redactedAt: now))
    try store.objects.redirect(object, to: new)
  }

  /// Sums in which the customer may be alone go, and can be made again from the ledgers.
  private func removeState(of version: KeptVersion) throws {
    guard let objects = version.manifest.objects, version.namesLedgers(among: replaced.keys) else { return }
    let state = ObjectStore.Object(objects.state, .state)
    guard store.objects.contains(state) else { return }
    try store.note(.init(state, by: nil, redactedAt: now))
    try store.objects.forget(state)
  }
}

extension KeptVersion {
  /// Whether one of the ledgers that the manifest names, or one on the way to what stands for it now, is among `digests`.
  fileprivate func namesLedgers(among digests: some Collection<String>) -> Bool {
    let known = Set(digests)
    return keptObjects.contains { $0.kind == .ledger && known.contains($0.digest) }
  }
}
