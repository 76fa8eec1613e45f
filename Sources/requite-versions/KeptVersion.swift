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

  /// Reads the manifest of a version.
  init(_ version: VersionStore.Version, in store: VersionStore) throws {
    self.version = version
    self.store = store
    manifest = try VersionManifest(
      document: StageFile.read("\(version.path)/manifest.json"), name: "\(version.id)/manifest.json")
  }

  /// What the manifest names: plan, state and ledgers.
  var objects: [ObjectStore.Object] {
    guard let objects = manifest.objects else { return [] }
    return [.init(objects.plan, .plan), .init(objects.state, .state)]
      + Set(objects.ledgers.values).sorted().map { .init($0, .ledger) }
  }

  /// Of those, what is not there.
  var missing: [ObjectStore.Object] { objects.filter { !store.objects.contains($0) } }

  /// Whether it could be made again: for that its ledgers suffice.
  var canBeRebuilt: Bool { manifest.objects != nil && !missing.contains { $0.kind == .ledger } }

  /// How much of it is there.
  var state: Objects {
    if manifest.objects == nil { return .never }
    return missing.isEmpty ? .kept : .collected
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
    let gone = missing.filter { $0.kind == .ledger }.count
    guard gone > 0 else { return }
    let time = try store.objectsCollectedAt(version)
    throw Failure(
      .inputMissing,
      "\(gone) of the \(manifest.dumps.count) ledgers of version \(version.id) "
        + (time.map { "were collected on \(String($0.description.prefix(10)))" } ?? "are gone"),
      file: store.objects.root, remedy: remedy)
  }
}
