import RequiteCommand
import RequiteDocuments
import RequiteFormats
import RequiteModel

/// What a version was made of: the plan, the merged state and the ledgers of its night.
struct VersionSources {
  let plan: Plan
  /// The bytes of the merged state.
  let state: [UInt8]
  /// How the manifest names them.
  let objects: VersionManifest.Objects
  private let folder: String

  /// Works out the digests.
  ///
  /// - Parameter folder: where the ledgers of the plan lie.
  init(plan: Plan, state: [UInt8], folder: String) {
    self.plan = plan
    self.state = state
    self.folder = folder
    let ledgers = plan.ledgers.map { (String($0.name.dropLast(".ledger".count)), $0.digest) }
    objects = VersionManifest.Objects(
      plan: plan.digest, state: SHA256Digest.hex(of: state), ledgers: Dictionary(ledgers) { first, _ in first })
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
    try store.keep(state, as: .init(objects.state, .state))
  }
}
