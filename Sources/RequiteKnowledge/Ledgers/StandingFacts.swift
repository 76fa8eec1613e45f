import RequiteDocuments
import RequiteModel
import RequiteScoring

/// The facts of one kind that count, bucket by bucket, in memory that is used again for each.
struct StandingFacts<Row: CustomerRow> {
  /// The facts of the bucket that was read last; their ids and levels lie in its arena.
  private(set) var rows: [Row] = []
  private let ledgers: [FactReader]
  private let filter: FactFilter
  private let resting: RestingRows?
  private var table = IdentityTable()

  /// Opens the ledgers of the kind.
  init(_ knowledge: Knowledge, filter: FactFilter) throws {
    ledgers = try knowledge.facts(of: Row.dumpKind)
    self.filter = filter
    resting = knowledge.plan.resting(Row.dumpKind)
  }

  /// Whether no ledger is of the kind.
  var isEmpty: Bool { ledgers.isEmpty }

  /// Reads another bucket; what becomes of rows that do not count is added to the state's account.
  mutating func read(bucket: Int, arena: FactArena, account tables: inout StateTables) throws {
    rows.removeAll(keepingCapacity: true)
    for ledger in ledgers { try Row.append(from: ledger, bucket: bucket, to: &rows, arena: arena) }
    filter.keepStanding(&rows, bucket: bucket, with: &table, account: &tables)
    if let count = resting?.counts[bucket] {
      FactAccount(kind: Row.dumpKind, accepted: count.rows, repeated: count.repeated, erased: 0).add(to: &tables)
    }
  }
}
