import RequiteModel

/// What is left of rows when each fact counts once.
public struct Deduplicated<F: Fact>: Sendable {
  /// One row per identity, in the order in which the rows came; `conflicts` is set where rows disagreed.
  public var kept: [F]
  /// Rows left out because another row of their identity stands.
  public var duplicates: Int
  /// Kept rows whose rivals of the same revision disagreed, here or in an earlier pass.
  public var conflicts: Int
}

/// Keeps one row for each fact, as `Deduplication` chooses.
///
/// METHODS B3 and B9.
///
/// A row that already carries a conflict from an earlier pass keeps it, which makes the result independent of how often and
/// in which parts rows were deduplicated before.
public func deduplicated<F: Fact>(_ rows: [F]) -> Deduplicated<F> {
  let choice = Deduplication(
    count: rows.count, identity: { rows[$0].identity }, revision: { rows[$0].revision },
    conflicts: { rows[$0].conflicts }, serialisation: { rows[$0].serialisation })
  var kept = choice.kept.count == rows.count ? rows : choice.kept.map { rows[$0] }
  for (place, row) in choice.kept.enumerated() where kept[place].conflicts != choice.conflicting.contains(row) {
    kept[place].conflicts.toggle()
  }
  return Deduplicated(
    kept: kept, duplicates: rows.count - kept.count, conflicts: choice.conflicting.count)
}
