import RequiteDocuments
import RequiteModel

/// Finds the rows of a bucket whose id another row has too, or that stand in several buckets: which of them counts is
/// settled among all of them.
///
/// Where both sides say that every id came once, no id is looked at.
struct RepeatedIds {
  private let relocated: Set<Hash128>
  private let isNeeded: Bool
  private var table = IdentityTable()
  private var identities: [Hash128] = []
  private let arena = FactArena()

  /// - Parameters:
  ///   - relocated: ids that stand in several buckets on either side.
  ///   - isNeeded: whether any id may come again.
  init(relocated: Set<Hash128>, isNeeded: Bool) {
    self.relocated = relocated
    self.isNeeded = isNeeded || !relocated.isEmpty
  }

  /// The numbers of the rows, ascending, for each of some ledgers' columns.
  mutating func rows<Columns: FactColumns>(of blocks: [SidedColumns<Columns>]) throws -> [[UInt32]] {
    guard isNeeded else { return blocks.map { _ in [] } }
    identities.removeAll(keepingCapacity: true)
    for block in blocks {
      arena.removeAll()
      try block.columns.appendIdentities(to: &identities, arena: arena)
    }
    var isRepeated = identities.map { !relocated.isEmpty && relocated.contains($0) }
    for pair in table.repeats(among: identities.count, identity: { identities[$0] }) {
      isRepeated[pair.first] = true
      isRepeated[pair.row] = true
    }
    var start = 0
    return blocks.map { block in
      defer { start += block.columns.count }
      return (0..<block.columns.count).filter { isRepeated[start + $0] }.map { UInt32($0) }
    }
  }
}
