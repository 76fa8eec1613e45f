import RequiteModel

/// Finds the buckets of ledgers that no number of a night rests on, while ids are looked at anyway.
///
/// What an event counts for depends on the thread it is in, and which of two rows of an id stands on both: so a bucket of an
/// old ledger is at rest unless a thread that is in it went on since the cutoff, or an id in it is that of a row of such a
/// thread, or of a response since then.
///
/// An old ledger of whose ids and threads none comes again in a bucket is at rest there, and makes no difference to any
/// other. Where their fingerprints are kept, it is therefore not looked into.
struct RestingSearch {
  /// What was found so far.
  private(set) var found: RestingRows
  private let ledgers: [Ledger]
  private var kept: KeptFingerprints?
  /// The numbers of the ledgers that were looked into, in order.
  private var looked: [Int] = []
  private var keys: RowKeys
  private var table = IdentityTable()
  private var order: [UInt32] = []

  /// A ledger that is looked at.
  final class Ledger {
    /// By what the plan knows it.
    let digest: String
    /// The ledger.
    let reader: LedgerReader
    /// Its facts.
    let facts: FactReader
    /// Whether all its rows took place before the cutoff.
    let isOld: Bool
    /// The buckets of which the fingerprints are kept, and in which nobody asked to be forgotten.
    let kept: BucketSet

    init(digest: String, reader: LedgerReader, facts: FactReader, isOld: Bool, kept: BucketSet) {
      (self.digest, self.reader, self.facts, self.isOld) = (digest, reader, facts, isOld)
      self.kept = isOld ? kept : BucketSet()
    }
  }

  /// Prepares to look at the buckets of `ledgers`.
  ///
  /// - Parameters:
  ///   - kind: what the ledgers hold, events or responses.
  ///   - cutoff: the moment before which rows may be at rest.
  ///   - ledgers: those that are read.
  ///   - kept: the fingerprints of the ledgers that say so; `nil` where none does.
  ///   - erasures: who asked to be forgotten.
  init(_ kind: DumpKind, cutoff: Instant, ledgers: [Ledger], kept: KeptFingerprints?, erasures: Erasures) {
    self.ledgers = ledgers
    self.kept = kept
    keys = RowKeys(cutoff: cutoff, erasures: erasures)
    found = RestingRows(kind: kind, cutoff: cutoff)
  }

  /// Looks at a bucket of all ledgers, and returns the identities of those that were looked into.
  ///
  /// - Complexity: O(*n*) on average.
  mutating func look(at bucket: Int) throws -> BucketIdentities {
    try lookInto(bucket)
    let isAwake = awakeRows()
    var rests = looked.indices.map { place in
      ledgers[looked[place]].isOld
        && !keys.ledgers[place].contains { isAwake[$0] || keys.isErased[$0] || keys.mayHideErased }
    }
    let awake = arrange(keys.standing) { isAwake[$0] }
    let repeats = repeats()
    for again in repeats where again.first < awake && again.row >= awake {
      rests[keys.ledger(ofRow: Int(order[again.row]))] = false
    }
    let repeated = repeats.isEmpty ? 0 : countRepeats(rests)
    note(bucket, rests, repeated: repeated)
    return BucketIdentities(keys.identities, ledgers: zip(looked, keys.ledgers))
  }

  /// Leaves out a bucket in which an id stands that stands in another bucket, too.
  mutating func wake(_ bucket: Int) {
    found.wake(bucket, of: ledgers.filter { $0.reader.footer.buckets[bucket].rows > 0 }.map(\.digest))
  }

  /// Looks into all ledgers but those of whose kept fingerprints none comes again.
  private mutating func lookInto(_ bucket: Int) throws {
    keys.removeAll()
    looked.removeAll(keepingCapacity: true)
    for number in ledgers.indices where !ledgers[number].kept.contains(bucket) { try look(into: number, bucket) }
    let rivals = try kept?.rivals(in: bucket, where: { ledgers[$0].kept.contains(bucket) }, of: keys) ?? []
    for number in rivals.sorted() { try look(into: number, bucket) }
  }

  private mutating func look(into number: Int, _ bucket: Int) throws {
    looked.append(number)
    try keys.append(bucket, of: ledgers[number].facts, isOld: ledgers[number].isOld)
  }

  /// Notes what is at rest: of the ledgers that were looked into what `rests` says, and all others.
  private mutating func note(_ bucket: Int, _ rests: [Bool], repeated: Int64) {
    var isAtRest = ledgers.map { $0.kept.contains(bucket) && !keys.mayHideErased }
    for (number, rests) in zip(looked, rests) { isAtRest[number] = rests }
    let resting = ledgers.indices.filter { isAtRest[$0] }
    let rows = resting.reduce(0) { $0 + ledgers[$1].reader.footer.buckets[bucket].rows }
    found.add(bucket, of: resting.map { ledgers[$0].digest }, RestingRows.Count(rows: rows, repeated: repeated))
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
