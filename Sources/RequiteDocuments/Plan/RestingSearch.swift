import RequiteModel

/// Finds the buckets of ledgers that no number of a night rests on, while all ids are looked at anyway.
///
/// What an event counts for depends on the thread it is in, and which of two rows of an id stands on both: so a bucket of an
/// old ledger is at rest unless a thread that is in it went on since the cutoff, or an id in it is that of a row of such a
/// thread, or of a response since then.
struct RestingSearch {
  /// What was found so far.
  private(set) var found: RestingRows
  /// Whether all rows of a ledger took place before the cutoff.
  let isOld: [Bool]
  private let ledgers: [LedgerReader]
  private let digests: [String]
  private var table = IdentityTable()
  private var order: [UInt32] = []

  /// Prepares to look at the buckets of `ledgers`; `nil` when none of them is old.
  ///
  /// - Parameters:
  ///   - kind: what the ledgers hold.
  ///   - cutoff: the moment before which rows may be at rest.
  ///   - ledgers: those that are read.
  ///   - digests: by what the plan knows them.
  init?(_ kind: DumpKind, cutoff: Instant, ledgers: [LedgerReader], digests: [String]) {
    isOld = ledgers.map { ($0.footer.latest ?? cutoff) < cutoff }
    guard isOld.contains(true) else { return nil }
    self.ledgers = ledgers
    self.digests = digests
    found = RestingRows(kind: kind, cutoff: cutoff)
  }

  /// Looks at a bucket of all ledgers.
  ///
  /// - Complexity: O(*n*) on average.
  mutating func look(at bucket: Int, _ keys: RowKeys) {
    let isAwake = awakeRows(keys)
    var rests = keys.ledgers.indices.map { ledger in
      isOld[ledger] && !keys.ledgers[ledger].contains { isAwake[$0] || keys.isErased[$0] || keys.mayHideErased }
    }
    let awake = arrange(keys.standing) { isAwake[$0] }
    let repeats = repeats(keys)
    for again in repeats where again.first < awake && again.row >= awake {
      rests[keys.ledger(ofRow: Int(order[again.row]))] = false
    }
    let places = rests.indices.filter { rests[$0] }
    found.add(
      bucket, of: places.map { digests[$0] },
      RestingRows.Count(
        rows: places.reduce(0) { $0 + Int64(keys.ledgers[$1].count) },
        repeated: repeats.isEmpty ? 0 : countRepeats(keys, rests)))
  }

  /// Leaves out a bucket in which an id stands that stands in another bucket, too.
  mutating func wake(_ bucket: Int) {
    let places = ledgers.indices.filter { ledgers[$0].footer.buckets[bucket].rows > 0 }
    found.wake(bucket, of: places.map { digests[$0] })
  }

  /// The rows since the cutoff, and those of threads that went on since then.
  private mutating func awakeRows(_ keys: RowKeys) -> [Bool] {
    var isAwake = keys.isRecent
    let recent = arrange(keys.threads.indices) { keys.isRecent[keys.threads[$0].rows.lowerBound] }
    for again in table.repeats(among: order.count, identity: { keys.threads[Int(order[$0])].hash })
    where again.first < recent {
      for row in keys.threads[Int(order[again.row])].rows { isAwake[row] = true }
    }
    return isAwake
  }

  /// How many rows at rest have the id of another row, be that at rest or not.
  private mutating func countRepeats(_ keys: RowKeys, _ rests: [Bool]) -> Int64 {
    var isAtRest: [Bool] = []
    for (rows, rests) in zip(keys.ledgers, rests) {
      isAtRest.append(contentsOf: repeatElement(rests, count: rows.count))
    }
    let others = arrange(keys.standing) { !isAtRest[$0] }
    return Int64(repeats(keys).count { $0.row >= others })
  }

  /// The rows of `order` whose id came before.
  private mutating func repeats(_ keys: RowKeys) -> [IdentityTable.Repeat] {
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
