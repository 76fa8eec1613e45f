import RequiteCommand
import RequiteDocuments
import RequiteFormats
import RequiteModel

/// The merged state of a night, without its bytes where these can be had again from its file.
struct MergedState {
  /// Its file; - is standard input.
  let path: String
  /// SHA-256 of its bytes.
  let digest: String
  /// The bytes that came from standard input.
  let bytes: [UInt8]?

  /// Remembers what was read.
  init(path: String, bytes: [UInt8]) {
    self.path = path
    digest = SHA256Digest.hex(of: bytes)
    self.bytes = path == "-" ? bytes : nil
  }
}

/// What a version was made of: the plan, the merged state and the ledgers of its night.
struct VersionSources {
  let plan: Plan
  /// Where the merged state comes from.
  let state: MergedState
  /// How the manifest names them.
  let objects: VersionManifest.Objects
  private let folder: String

  /// Works out the digests.
  ///
  /// - Parameter folder: where the ledgers of the plan lie.
  init(plan: Plan, state: MergedState, folder: String) {
    self.plan = plan
    self.state = state
    self.folder = folder
    let ledgers = plan.ledgers.map { (String($0.name.dropLast(".ledger".count)), $0.digest) }
    objects = VersionManifest.Objects(
      plan: plan.digest, state: state.digest, ledgers: Dictionary(ledgers) { first, _ in first })
  }

  /// Keeps all of it.
  ///
  /// - Throws: `DocumentFailure.otherPlan` when a ledger is not the one that was scored; 66 when one is missing.
  func keep(in store: ObjectStore) throws {
    for ledger in plan.ledgers {
      let object = ObjectStore.Object(ledger.digest, .ledger)
      guard !store.contains(object) else { continue }
      let path = "\(folder)/\(ledger.name)"
      guard try LedgerReader(path: path).digest == ledger.digest else { throw DocumentFailure.otherPlan(ledger.name) }
      try store.keep(path, as: object)
    }
    try store.keep(plan.document, as: .init(objects.plan, .plan))
    let object = ObjectStore.Object(objects.state, .state)
    if let bytes = state.bytes { try store.keep(bytes, as: object) } else { try store.keep(state.path, as: object) }
  }
}
