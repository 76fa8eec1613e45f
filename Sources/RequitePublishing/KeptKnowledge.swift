import RequiteCommand
import RequiteDocuments
import RequiteKnowledge
import RequiteModel
import RequiteReporting
import RequiteScoring

/// What a version knew, in the store it lies in.
struct KeptKnowledge {
  private let version: StoredVersion
  private let store: VersionStore

  /// Names a version; nothing is read.
  init(_ version: StoredVersion) {
    self.version = version
    store = VersionStore(root: version.place)
  }

  /// Why the rows cannot be compared; `nil` where they can.
  func missing() throws -> String? {
    let id = version.place.id
    guard let objects = version.manifest.objects else { return "version \(id) is from before its rows were kept" }
    guard store.objects.contains(.init(objects.plan, .plan)), try ledgers(of: plan()).allSatisfy(\.isKept) else {
      return "the ledgers of version \(id) were collected"
    }
    return nil
  }

  /// The rows that its ledgers lost when customers were forgotten; `nil` where they lost none.
  func forgotten() throws -> ForgottenRows? {
    let redactions = try store.redactions()
    // The manifest names the ledgers that the numbers were counted from; plans follow those that stand for them now.
    let named = Set(version.manifest.objects?.ledgers.values.map { $0 } ?? []).map { ObjectStore.Object($0, .ledger) }
    let histories = named.filter { !store.objects.holds($0) }.map { redactions.history(of: $0) }
    guard let last = histories.compactMap(\.last).max() else { return nil }
    return ForgottenRows(
      version: version.place.id, rows: histories.reduce(0) { $0 + $1.rows }, date: String(last.description.prefix(10)))
  }

  /// The version as a side of a comparison; its sums as well, where they are kept.
  ///
  /// - Parameter folders: hold the linked copies of ledgers as long as the side is used.
  func side(_ folders: LinkFolders) throws -> KnownSide {
    var plan = try plan()
    plan.ledgers = try ledgers(of: plan).map(\.planned)
    let objects = store.objects
    let linked = try folders.copies(of: plan, in: store.root) { objects.path(ofLedger: $0.digest) }
    let knowledge = Knowledge(plan: plan, linked: linked) { objects.path(ofLedger: $0.digest) }
    return KnownSide(knowledge, tables: try sums())
  }

  private func plan() throws -> Plan {
    let path = store.objects.path(of: version.manifest.objects?.plan ?? "", .plan)
    return try Plan(document: StageFile.read(path), name: StageFile.name(path))
  }

  /// Its sums; `nil` where they were not kept, or by a release that summed otherwise: they are made anew from the rows.
  private func sums() throws -> StateTables? {
    guard let digest = version.manifest.objects?.state else { return nil }
    guard store.objects.contains(.init(digest, .state)) else { return nil }
    let path = store.objects.path(of: digest, .state)
    do {
      let tables = try StateFile(document: StageFile.read(path), name: StageFile.name(path)).tables
      return tables.isOfThisRelease ? tables : nil
    } catch let failure as DocumentFailure where !failure.isDamage {
      return nil
    }
  }

  /// The ledgers of the plan as they are now: one that lost the rows of forgotten customers has another digest.
  private func ledgers(of plan: Plan) throws -> [(planned: PlannedLedger, isKept: Bool)] {
    let redactions = try store.redactions()
    return plan.ledgers.map { planned in
      let object = ObjectStore.Object(planned.digest, .ledger)
      guard !store.objects.contains(object) else { return (planned, true) }
      var planned = planned
      guard let current = redactions.history(of: object).objects.last ?? nil else { return (planned, false) }
      planned.digest = current.digest
      return (planned, store.objects.contains(current))
    }
  }
}

extension VersionStore {
  /// The store that a version lies in: `reports` of `reports/versions/<id>`.
  fileprivate init(root version: VersionStore.Version) {
    self.init("\(version.path)/../..")
  }
}
