/// The rows that count, sorted by a small key, ties settled by `precedes`.
///
/// Sorts pairs of key and position and moves each row once: rows here are large, and moving them for every comparison
/// of a sort costs more than the comparisons.
///
/// - Complexity: O(*n* log *n*) time, O(*n*) memory.
func ordered<Row, Key: Comparable>(
  _ rows: [Row], where counts: (Row) -> Bool = { _ in true }, by key: (Row) -> Key,
  ties precedes: (Row, Row) -> Bool = { _, _ in false }
) -> [Row] {
  var places: [(key: Key, position: Int)] = []
  places.reserveCapacity(rows.count)
  for position in rows.indices where counts(rows[position]) { places.append((key(rows[position]), position)) }
  places.sort { left, right in
    if left.key < right.key { return true }
    if right.key < left.key { return false }
    return precedes(rows[left.position], rows[right.position])
  }
  return places.map { rows[$0.position] }
}
