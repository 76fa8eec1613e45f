import RequiteModel

/// Finds the buckets of ledgers that no number of a night rests on, while all ids are looked at anyway.
///
/// What an event counts for depends on the thread it is in, and which of two rows of an id stands on both: so a bucket of an
/// old ledger is at rest unless a thread that is in it went on since the cutoff, or an id in it is that of a row of such a
/// thread, or of a response since then.
struct RestingSearch {
  /// What was found so far.
  private(set) var found: RestingRows
  private let ledgers: [Ledger]
  private var keys: RowKeys
  private var table = IdentityTable()
  private var order: [UInt32] = []

  /// A ledger that is looked at.
  struct Ledger {
    /// By what the plan knows it.
    let digest: String
    /// The ledger.
    let reader: LedgerReader
    /// Its facts.
    let facts: FactReader
    /// Whether all its rows took place before the cutoff.
    let isOld: Bool
  }

  /// Prepares to look at the buckets of `ledgers`.
  ///
  /// - Parameters:
  ///   - kind: what the ledgers hold, events or responses.
  ///   - cutoff: the moment before which rows may be at rest.
  ///   - ledgers: those that are read.
  ///   - erasures: who asked to be forgotten.
  init(_ kind: DumpKind, cutoff: Instant, ledgers: [Ledger], erasures: Erasures) {
    self.ledgers = ledgers
    keys = RowKeys(cutoff: cutoff, erasures: erasures)
    found = RestingRows(kind: kind, cutoff: cutoff)
  }

  /// Looks at a bucket of all ledgers, and returns the identities of its rows.
  ///
  /// - Complexity: O(*n*) on average.
  mutating func look(at bucket: Int) throws -> [Hash128] {
    keys.removeAll()
    for ledger in ledgers { try keys.append(bucket, of: ledger.facts, isOld: ledger.isOld) }
    let isAwake = awakeRows()
    var rests = ledgers.indices.map { ledger in
      ledgers[ledger].isOld
        && !keys.ledgers[ledger].contains { isAwake[$0] || keys.isErased[$0] || keys.mayHideErased }
    }
    let awake = arrange(keys.standing) { isAwake[$0] }
    let repeats = repeats()
    for again in repeats where again.first < awake && again.row >= awake {
      rests[keys.ledger(ofRow: Int(order[again.row]))] = false
    }
    let places = rests.indices.filter { rests[$0] }
    found.add(
      bucket, of: places.map { ledgers[$0].digest },
      RestingRows.Count(
        rows: places.reduce(0) { $0 + Int64(keys.ledgers[$1].count) },
        repeated: repeats.isEmpty ? 0 : countRepeats(rests)))
    return keys.identities
  }

  /// Leaves out a bucket in which an id stands that stands in another bucket, too.
  mutating func wake(_ bucket: Int) {
    found.wake(bucket, of: ledgers.filter { $0.reader.footer.buckets[bucket].rows > 0 }.map(\.digest))
  }

  /// The rows since the cutoff, and those of threads that went on since then.
  private mutating func awakeRows() -> [Bool] {
    let keys = keys
    var isAwake = keys.isRecent
    let recent = arrange(keys.threads.indices) { keys.isRecent[keys.threads[$0].rows.lowerBound] }
    for again in table.repeats(among: order.count, identity: { keys.threads[Int(order[$0])].hash })
    where again.first < recent {
      for row in keys.threads[Int(order[again.row])].rows { isAwake[row] = true }
    }
    return isAwake
  }

  /// How many rows at rest have the id of another row, be that at rest or not.
  private mutating func countRepeats(_ rests: [Bool]) -> Int64 {
    var isAtRest: [Bool] = []
    for (rows, rests) in zip(keys.ledgers, rests) {
      isAtRest.append(contentsOf: repeatElement(rests, count: rows.count))
    }
    let others = arrange(keys.standing) { !isAtRest[$0] }
    return Int64(repeats().count { $0.row >= others })
  }

  /// The rows of `order` whose id came before.
  private mutating func repeats() -> [IdentityTable.Repeat] {
    table.repeats(among: order.count) { keys.identities[Int(order[$0])] }
  }

  /// Puts those of `numbers` into `order` that are `first`, then all others; returns how many are first.
  private mutating func arrange(_ numbers: some Sequence<Int>, first isFirst: (Int) -> Bool) -> Int {
    var others: [UInt32] = []
    order.removeAll(keepingCapacity: true)
    for number in numbers {
      if isFirst(number) { order.append(UInt32(number)) } else { others.append(UInt32(number)) }
    }
    let count = order.count
    order += others
    return count
  }
}
