import RequiteDocuments
import RequiteModel
import RequiteScoring

/// The facts of one kind on both sides, bucket by bucket, as far as somebody selects them.
///
///     var facts = try SidedFacts<EventColumns>(sides) { try $0.events(of: $1) }
///     try facts.forEachBucket(selecting: { _, blocks in try selection.rows(of: blocks) }) { facts, marks in … }
struct SidedFacts<Columns: FactColumns> where Columns.Row: CustomerRow {
  private let ledgers: [BothSides.Ledger]
  private let columns: (FactReader, Int) throws -> Columns?
  private var comparison: FactComparison
  private let arena = FactArena()
  private var facts = BucketFacts<Columns.Row>(bucket: 0)

  /// Looks for ids that moved between buckets; no facts are read yet.
  ///
  /// - Parameter columns: the columns of a bucket of a ledger, `nil` where there are none.
  init(_ sides: BothSides, columns: @escaping (FactReader, Int) throws -> Columns?) throws {
    ledgers = sides.ledgers(of: Columns.Row.dumpKind)
    self.columns = columns
    comparison = FactComparison(sides, moved: try MovedIdentities(ledgers, relocated: sides.relocated).identities())
  }

  /// Calls `body` with the facts of each bucket and a mark for each of them.
  ///
  /// - Parameter rows: the numbers of the rows that are to be decoded, ascending, for each of the ledgers' columns of a
  ///   bucket; `nil` for all.
  mutating func forEachBucket(
    selecting rows: (_ bucket: Int, [SidedColumns<Columns>]) throws -> [[UInt32]]?,
    _ body: (BucketFacts<Columns.Row>, [FactMark]) -> Void
  ) throws {
    for bucket in 0..<Bucket.count {
      let blocks = try ledgers.compactMap { ledger in
        try columns(ledger.facts, bucket).map { SidedColumns(ledger: ledger, columns: $0) }
      }
      let chosen = try rows(bucket, blocks)
      arena.removeAll()
      facts = BucketFacts(bucket: bucket, reusing: &facts)
      try facts.append(blocks, chosen, arena: arena)
      let marks = comparison.marks(of: facts)
      withExtendedLifetime(arena) { body(facts, marks) }
    }
  }
}
