import RequiteModel

/// What is left of rows when each fact counts once.
public struct Deduplicated<F: Fact>: Sendable {
  /// One row per identity, in the order of arrival of its identity's last row; `conflicts` is set where rows disagreed.
  public var kept: [F]
  /// Rows left out because another row of their identity stands.
  public var duplicates: Int
  /// Kept rows whose rivals of the same revision disagreed, here or in an earlier pass.
  public var conflicts: Int
}

/// Keeps one row for each fact: the greatest revision, and among its rows the one whose serialisation comes first in
/// byte order.
///
/// Rows of the greatest revision that differ are a conflict; so is a row that already carries one from an earlier pass,
/// which makes the result independent of how often and in which parts rows were deduplicated before. Which rows stand,
/// and how many conflicts there are, never depends on the order of `rows`. METHODS B3 and B9.
///
/// - Complexity: O(*n* log *n*); a row's serialisation is built only where its identity repeats.
public func deduplicated<F: Fact>(_ rows: [F]) -> Deduplicated<F> {
  let order = placesByIdentity(rows)
  var settled: [Int: F] = [:]
  var dropped: Set<Int> = []
  var start = 0
  while start < order.count {
    var end = start + 1
    while end < order.count, order[end].identity == order[start].identity { end += 1 }
    if end - start > 1 {
      settled[order[end - 1].position] = standing(among: order[start..<end].map { rows[$0.position] })
      for place in order[start..<end - 1] { dropped.insert(place.position) }
    }
    start = end
  }
  var kept = rows
  if !settled.isEmpty {
    kept = rows.indices.filter { !dropped.contains($0) }.map { settled[$0] ?? rows[$0] }
  }
  var conflicts = 0
  for position in kept.indices where kept[position].conflicts { conflicts += 1 }
  return Deduplicated(kept: kept, duplicates: dropped.count, conflicts: conflicts)
}

/// Where each row stands, rows of one identity side by side.
private func placesByIdentity<F: Fact>(_ rows: [F]) -> [IdentityPlace] {
  var places: [IdentityPlace] = []
  places.reserveCapacity(rows.count)
  for position in rows.indices { places.append(IdentityPlace(identity: rows[position].identity, position: position)) }
  places.sort()
  return places
}

/// The row that stands among rows of one identity.
private func standing<F: Fact>(among rows: [F]) -> F {
  let newest = rows.map(\.revision).max()
  let candidates = rows.filter { $0.revision == newest }.map { (row: $0, text: $0.serialisation) }
  var first = candidates[0]
  for candidate in candidates.dropFirst() where candidate.text.lexicographicallyPrecedes(first.text) {
    first = candidate
  }
  let disagree = candidates.contains { $0.text != first.text || $0.row.conflicts }
  first.row.conflicts = disagree
  return first.row
}

/// Where a row stands, sortable by its identity and then by arrival.
private struct IdentityPlace: Comparable {
  let identity: Hash128
  let position: Int

  static func < (left: IdentityPlace, right: IdentityPlace) -> Bool {
    left.identity != right.identity ? left.identity < right.identity : left.position < right.position
  }
}
