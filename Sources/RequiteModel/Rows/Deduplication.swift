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
  public init(
    count: Int, identity: (Int) -> Hash128, revision: (Int) -> Int64, conflicts: (Int) -> Bool,
    isSame: (Int, Int) -> Bool = { _, _ in false }, serialisation: (Int) -> [UInt8]
  ) {
    var firsts = IdentityTable(capacity: count)
    var rivals: [Int: [Int]] = [:]
    var superseded = Array(repeating: false, count: count)
    var disputed = (0..<count).map(conflicts)
    for row in 0..<count {
      guard let first = firsts.insert(identity(row)) else { continue }
      superseded[row] = true
      if !isSame(first, row) { rivals[first, default: [first]].append(row) }
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

/// An open-addressing table from identities to the row that came first.
private struct IdentityTable {
  private var slots: [Int32]
  private var identities: [Hash128] = []
  private let mask: Int

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    mask = size - 1
    identities.reserveCapacity(capacity)
  }

  /// Enters the next row, or returns the row that is there already.
  mutating func insert(_ identity: Hash128) -> Int? {
    var slot = Int(truncatingIfNeeded: identity.low) & mask
    defer { identities.append(identity) }
    while slots[slot] >= 0 {
      if identities[Int(slots[slot])] == identity { return Int(slots[slot]) }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(identities.count)
    return nil
  }
}
