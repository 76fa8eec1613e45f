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

  /// The rows for each of some ledgers' columns.
  mutating func rows<Columns: FactColumns>(of blocks: [SidedColumns<Columns>]) throws -> [Rows] {
    guard isNeeded else { return blocks.map { _ in Rows(numbers: []) } }
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
      return Rows(numbers: (0..<block.columns.count).filter { isRepeated[start + $0] }[...])
    }
  }

  /// The rows of one ledger's columns, as whoever goes through all of these meets them.
  struct Rows {
    /// Those that are still to come, ascending.
    fileprivate var numbers: ArraySlice<Int>

    /// Whether any row that was not passed before lies below `end`, which is passed now.
    mutating func pass(_ end: Int) -> Bool {
      var isAny = false
      while let row = numbers.first, row < end {
        isAny = true
        numbers.removeFirst()
      }
      return isAny
    }
  }
}
