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
  var kept = rows
  var table = IdentityTable()
  deduplicate(&kept, with: &table)
  return Deduplicated(
    kept: kept, duplicates: rows.count - kept.count, conflicts: kept.count { $0.conflicts })
}

/// Leaves one row for each fact in `rows`, as `deduplicated` does; `table` only lends its memory.
///
/// Nothing is moved or looked at twice where no identity repeats.
@inlinable
public func deduplicate<F: Fact>(_ rows: inout [F], with table: inout IdentityTable) {
  let repeats = repeats(among: rows, with: &table)
  if !repeats.isEmpty { settle(&rows, repeats) }
}

@inlinable @inline(__always)
func repeats<F: Fact>(among rows: [F], with table: inout IdentityTable) -> [IdentityTable.Repeat] {
  let known = rows.span
  return table.repeats(among: known.count) { known[$0].identity }
}

@usableFromInline
func settle<F: Fact>(_ rows: inout [F], _ repeats: [IdentityTable.Repeat]) {
  let choice = Deduplication(
    count: rows.count, repeats: repeats, revision: { rows[$0].revision }, conflicts: { rows[$0].conflicts },
    serialisation: { rows[$0].serialisation })
  for row in choice.conflicting { rows[row].conflicts = true }
  for (place, row) in choice.kept.enumerated() { rows[place] = rows[row] }
  rows.removeLast(rows.count - choice.kept.count)
}
