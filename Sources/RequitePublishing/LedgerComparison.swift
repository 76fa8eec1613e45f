import RequiteCommand
import RequiteDocuments
import RequiteKnowledge
import RequiteModel
import RequiteReporting
import RequiteScoring

/// Compares rows by the ledgers that both versions were made of, as far as their stores still keep them.
public struct LedgerComparison: RowComparison {
  /// A comparison of whatever is asked of it; nothing is read.
  public init() {}

  /// What happened to the rows between two published versions, or which ledgers are missing for an answer.
  ///
  /// - Throws: 5 or 74 where a ledger is damaged or cannot be read.
  public func causes(
    from before: StoredVersion, to after: StoredVersion, inEveryOrder: Bool
  ) throws -> VersionDiff.Causes {
    let sides = [KeptKnowledge(before), KeptKnowledge(after)]
    if let reason = try sides.lazy.compactMap({ try $0.missing() }).first { return .unknown(reason) }
    let folders = LinkFolders()
    let known = try sides.map { try $0.side(folders) }
    let found = try ChangeFinder(before: known[0], after: known[1]).find()
    return .known(
      found.changes, leftOut: found.otherScales, forgotten: try sides.compactMap { try $0.forgotten() },
      otherOrders: inEveryOrder ? try otherOrders(from: before, to: after, known) : [])
  }

  /// What each cause did where coordinates move in any but the usual order.
  private func otherOrders(
    from before: StoredVersion, to after: StoredVersion, _ known: [KnownSide]
  ) throws -> [OrderedChanges] {
    let moved = CoordinateChanges(from: before.compared, to: after.compared).moved
    return try ChangeLeg.orders(of: Set(moved.map { ChangeLeg($0) })).dropFirst().map { order in
      let finder = ChangeFinder(before: known[0], after: known[1], order: order)
      return OrderedChanges(order, try finder.find().changes)
    }
  }

  /// What happened to the rows since `before`, up to a version that has not been published yet.
  ///
  /// - Throws: as `causes(from:to:inEveryOrder:)`.
  public func causes(from before: StoredVersion, to after: KnownSide) throws -> VersionDiff.Causes {
    let earlier = KeptKnowledge(before)
    if let reason = try earlier.missing() { return .unknown(reason) }
    let folders = LinkFolders()
    let found = try ChangeFinder(before: try earlier.side(folders), after: after).find()
    return .known(found.changes, leftOut: found.otherScales, forgotten: try earlier.forgotten().map { [$0] } ?? [])
  }

  /// The rows behind the numbers of `keys`, the largest parts of a change among them; `nil` where ledgers are missing.
  ///
  /// - Throws: as `causes(from:to:inEveryOrder:)`.
  public func rows(
    of keys: Set<MeasureKey>, from before: StoredVersion, to after: StoredVersion
  ) throws -> (any CausedRows)? {
    let sides = [KeptKnowledge(before), KeptKnowledge(after)]
    guard try sides.allSatisfy({ try $0.missing() == nil }) else { return nil }
    let folders = LinkFolders()
    let found = try ChangeFinder(
      before: try sides[0].side(folders), after: try sides[1].side(folders), watching: keys
    ).find()
    return FoundRows(rows: found.rows)
  }
}

/// What a version knew, in the store it lies in.
private struct KeptKnowledge {
  private let version: StoredVersion
  private let store: VersionStore

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

  private func sums() throws -> StateTables? {
    guard let digest = version.manifest.objects?.state else { return nil }
    guard store.objects.contains(.init(digest, .state)) else { return nil }
    let path = store.objects.path(of: digest, .state)
    return try StateFile(document: StageFile.read(path), name: StageFile.name(path)).tables
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

/// Rows that were watched, in the words of a diff.
private struct FoundRows: CausedRows {
  let rows: [MeasureKey: [ChangedRow]]

  func forEachRow(of key: MeasureKey, _ body: (CausedRow) throws -> Void) throws {
    for row in rows[key] ?? [] {
      try body(
        CausedRow(
          pseudonym: row.customer.shortText, what: row.isResponse ? "response" : "thread", cause: row.cause,
          before: row.wordBefore, after: row.wordAfter, numerator: Int128(row.numerator),
          denominator: Int128(row.denominator)))
    }
  }
}

extension Pseudonym {
  /// The first twelve hexadecimal digits.
  fileprivate var shortText: String {
    let digits = String(high, radix: 16)
    return String((String(repeating: "0", count: 16 - digits.count) + digits).prefix(12))
  }
}
