/// Decides which of several rows with one identity stands: METHODS B3, with revisions.
///
/// The greatest revision stands; among equal revisions the row whose serialisation comes first in byte order. Neither the
/// order of the rows nor their division among calls matters, as long as the survivors of the calls meet again in another.
public struct Deduplication: Sendable {
  /// The positions of the rows that stand, ascending.
  public private(set) var kept: [Int] = []
  /// Those of `kept` whose identity had rows of the same, greatest revision with different content.
  public private(set) var conflicting: Set<Int> = []

  /// Chooses among `count` rows, seen through closures.
  ///
  /// `isSame` may say of two rows that they agree in everything, which settles them at once; a dump that was exported twice
  /// is full of them. `serialisation` is only asked for other rows whose identity repeats.
  ///
  /// - Complexity: O(n), and a comparison of serialisations for each repeat.
  @inlinable
  public init(
    count: Int, identity: (Int) -> Hash128, revision: (Int) -> Int64, conflicts: (Int) -> Bool,
    isSame: (Int, Int) -> Bool = { _, _ in false }, serialisation: (Int) -> [UInt8]
  ) {
    var table = IdentityTable()
    self.init(
      count: count, repeats: table.repeats(among: count, identity: identity), revision: revision, conflicts: conflicts,
      isSame: isSame, serialisation: serialisation)
  }

  /// Keeps all of `count` rows, to be settled elsewhere.
  public init(keepingAll count: Int, conflicts: (Int) -> Bool) {
    kept = Array(0..<count)
    conflicting = Set(kept.filter(conflicts))
  }

  /// Chooses among `count` rows, of which `repeats` are all that share an identity with an earlier one.
  public init(
    count: Int, repeats: [IdentityTable.Repeat], revision: (Int) -> Int64, conflicts: (Int) -> Bool,
    isSame: (Int, Int) -> Bool = { _, _ in false }, serialisation: (Int) -> [UInt8]
  ) {
    if repeats.isEmpty {
      kept = Array(0..<count)
      conflicting = Set(kept.filter(conflicts))
      return
    }
    var rivals: [Int: [Int]] = [:]
    var superseded = Array(repeating: false, count: count)
    var disputed = (0..<count).map(conflicts)
    for pair in repeats {
      superseded[pair.row] = true
      if !isSame(pair.first, pair.row) { rivals[pair.first, default: [pair.first]].append(pair.row) }
    }
    for (first, group) in rivals {
      let latest = group.lazy.map(revision).max()!
      let candidates = group.filter { revision($0) == latest }.map { (row: $0, text: serialisation($0)) }
      let best = candidates.min { $0.text.lexicographicallyPrecedes($1.text) }!
      superseded[first] = true
      superseded[best.row] = false
      disputed[first] = false
      disputed[best.row] = candidates.contains { $0.text != best.text || conflicts($0.row) }
    }
    kept = superseded.indices.filter { !superseded[$0] }
    conflicting = Set(kept.filter { disputed[$0] })
  }
}
