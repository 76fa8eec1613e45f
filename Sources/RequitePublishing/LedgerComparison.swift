import RequiteKnowledge
import RequiteModel
import RequiteReporting

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
