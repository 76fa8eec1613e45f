import RequiteCommand
import RequiteDocuments

/// A version with its manifest, and with what it was made of as far as that is still kept.
struct KeptVersion {
  /// Whether what a version was made of is there.
  enum Objects: String {
    /// All of it.
    case kept
    /// It was, and has been removed, all or in part.
    case collected
    /// The version is from before such things were kept.
    case never
  }

  let version: VersionStore.Version
  let manifest: VersionManifest
  let store: VersionStore
  private let redactions: Redactions

  /// Reads the manifest of a version.
  init(_ version: VersionStore.Version, in store: VersionStore) throws {
    self.version = version
    self.store = store
    redactions = try store.redactions()
    manifest = try VersionManifest(
      document: StageFile.read("\(version.path)/manifest.json"), name: "\(version.id)/manifest.json")
  }

  /// What the manifest names: plan, state and ledgers.
  private var named: [ObjectStore.Object] {
    guard let objects = manifest.objects else { return [] }
    return [.init(objects.plan, .plan), .init(objects.state, .state)]
      + Set(objects.ledgers.values).sorted().map { .init($0, .ledger) }
  }

  /// What stood for an object in the course of time: only itself as long as it is there, as it may be again when a dump was
  /// read again.
  private func history(
    of object: ObjectStore.Object
  ) -> (objects: [ObjectStore.Object?], rows: Int64, last: UTCTime?) {
    store.objects.holds(object) ? ([object], 0, nil) : redactions.history(of: object)
  }

  /// What is needed to make use of the version: what the manifest names, or what stands for it since somebody was forgotten.
  var objects: [ObjectStore.Object] { named.compactMap { history(of: $0).objects.last ?? nil } }

  /// These, and the names that lead to them.
  var keptObjects: [ObjectStore.Object] { named.flatMap { history(of: $0).objects.compactMap { $0 } } }

  /// Of the objects, what is not there.
  var missing: [ObjectStore.Object] { objects.filter { !store.objects.contains($0) } }

  /// Whether it could be made again: for that its ledgers suffice.
  var canBeRebuilt: Bool { manifest.objects != nil && missingLedgers == 0 }

  /// Whether all is there that ever was, without a row less.
  var isWhole: Bool { state != .collected && redaction == nil }

  /// How much of it is there.
  var state: Objects {
    if manifest.objects == nil { return .never }
    return missing.isEmpty ? .kept : .collected
  }

  /// The ledger of a dump as it is now, and how many rows of forgotten customers it lost; `nil` where there is none.
  func ledger(of dump: String) -> (object: ObjectStore.Object, lost: Int64)? {
    guard let digest = manifest.objects?.ledgers[dump] else { return nil }
    let history = history(of: .init(digest, .ledger))
    return history.objects.last.flatMap { $0 }.map { ($0, history.rows) }
  }

  /// How many rows of forgotten customers its ledgers lost, and when the last did; `nil` where none did.
  var redaction: (rows: Int64, date: String)? {
    let histories = named.filter { $0.kind == .ledger }.map(history)
    guard let last = histories.compactMap(\.last).max() else { return nil }
    return (histories.reduce(0) { $0 + $1.rows }, String(last.description.prefix(10)))
  }

  private var missingLedgers: Int {
    manifest.dumps.count { dump in ledger(of: dump.dump).map { !store.objects.contains($0.object) } ?? true }
  }

  /// Makes sure that the ledgers are there.
  ///
  /// - Throws: 66, and says why they are not.
  func requireLedgers() throws {
    let remedy = "Its numbers stand as published; only what needs single facts is out of reach."
    guard manifest.objects != nil else {
      throw Failure(
        .inputMissing, "version \(version.id) was published before ledgers were kept", file: store.objects.root,
        remedy: remedy)
    }
    let gone = missingLedgers
    guard gone > 0 else { return }
    let time = try store.objectsCollectedAt(version)
    throw Failure(
      .inputMissing,
      "\(gone) of the \(manifest.dumps.count) ledgers of version \(version.id) "
        + (time.map { "were collected on \(String($0.description.prefix(10)))" } ?? "are gone"),
      file: store.objects.root, remedy: remedy)
  }
}
