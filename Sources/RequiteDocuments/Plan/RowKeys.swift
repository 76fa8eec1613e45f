import RequiteModel

/// What a look at one bucket of all ledgers of a kind tells before any row is decoded, ledger after ledger.
///
/// Its memory serves bucket after bucket.
struct RowKeys {
  /// The events of a thread that stand in one ledger.
  struct Thread {
    /// Fingerprint of vendor and thread id.
    let hash: Hash128
    /// The numbers of its rows.
    let rows: Range<Int>
  }

  /// Fingerprint of vendor and id of each row.
  private(set) var identities: [Hash128] = []
  /// Whether a row took place since the cutoff, or an event after it in its thread did.
  private(set) var isRecent: [Bool] = []
  /// Whether a row is of somebody who asked to be forgotten.
  private(set) var isErased: [Bool] = []
  /// The threads; none among responses.
  private(set) var threads: [Thread] = []
  /// The rows of each ledger.
  private(set) var ledgers: [Range<Int>] = []
  /// Whether some customers stand where only decoding finds them, and any of them may have asked to be forgotten.
  private(set) var mayHideErased = false

  private let cutoff: Int64
  private let erasures: ErasedKeys

  /// No rows yet.
  init(cutoff: Instant, erasures: ErasedKeys) {
    self.cutoff = cutoff.seconds
    self.erasures = erasures
  }

  /// Forgets the rows of the bucket before.
  mutating func removeAll() {
    identities.removeAll(keepingCapacity: true)
    isRecent.removeAll(keepingCapacity: true)
    isErased.removeAll(keepingCapacity: true)
    threads.removeAll(keepingCapacity: true)
    ledgers.removeAll(keepingCapacity: true)
    mayHideErased = false
  }

  /// The rows of all who did not ask to be forgotten.
  var standing: some Sequence<Int> {
    identities.indices.lazy.filter { !isErased[$0] }
  }

  /// The number of the ledger in which a row stands.
  func ledger(ofRow row: Int) -> Int {
    var (low, high) = (0, ledgers.count)
    while low < high {
      let middle = (low + high) / 2
      if ledgers[middle].upperBound <= row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Adds the rows of a bucket of the next ledger.
  ///
  /// - Parameter isOld: whether all rows of the ledger took place before the cutoff.
  mutating func append(_ bucket: Int, of reader: IdentityReader, isOld: Bool) throws {
    let start = identities.count
    if reader.ledger.footer.buckets[bucket].rows > 0 {
      switch reader.ledger.footer.kind {
      case .interactions: try appendEvents(bucket, of: reader, isOld: isOld)
      case .surveys: try appendResponses(bucket, of: reader, isOld: isOld)
      case .revenue, .crosswalk, .erasures: break
      }
    }
    fill(&isRecent)
    fill(&isErased)
    ledgers.append(start..<identities.count)
  }

  private func fill(_ marks: inout [Bool]) {
    marks.append(contentsOf: repeatElement(false, count: identities.count - marks.count))
  }

  private mutating func appendEvents(_ bucket: Int, of reader: IdentityReader, isOld: Bool) throws {
    let first = identities.count
    var (lengths, rest) = try reader.appendEvents(of: bucket, to: &identities)
    let hashes = try WordPairs(from: &rest, count: lengths.count)
    let owners = try WordPairs(from: &rest, count: lengths.count)
    let times = try PackedColumn(from: &rest, count: identities.count - first)
    var start = first
    for thread in 0..<lengths.count {
      let end = start + Int(lengths.lengths[thread])
      threads.append(Thread(hash: Hash128(high: hashes.high(thread), low: hashes.low(thread)), rows: start..<end))
      // The last of a thread's rows is the latest.
      let isRecent = !isOld && times[end - 1 - first] >= cutoff
      self.isRecent.append(contentsOf: repeatElement(isRecent, count: end - start))
      start = end
    }
    if !erasures.isEmpty { try markErasedEvents(times.count, lengths, owners, of: reader, &rest) }
  }

  /// Marks the threads of those who asked to be forgotten; of whom else a thread tells, only decoding would find.
  private mutating func markErasedEvents(
    _ count: Int, _ lengths: ThreadLengths, _ owners: WordPairs, of reader: IdentityReader, _ rest: inout ByteReader
  ) throws {
    for thread in 0..<lengths.count {
      let owner = Pseudonym(high: owners.high(thread), low: owners.low(thread))
      let isErased = try erasures.contains(owner, vendor: lengths.vendors[thread], of: reader)
      self.isErased.append(contentsOf: repeatElement(isErased, count: Int(lengths.lengths[thread])))
    }
    // Channel and word stand between.
    for _ in 0..<2 { _ = try PackedColumn(from: &rest, count: count) }
    let flags = try PackedColumn(from: &rest, count: count)
    let others = Int64(InteractionBlock.Flag.customer)
    mayHideErased = mayHideErased || (0..<count).contains { flags[$0] & others != 0 }
  }

  private mutating func appendResponses(_ bucket: Int, of reader: IdentityReader, isOld: Bool) throws {
    let start = identities.count
    var (vendors, customers, rest) = try reader.appendResponses(of: bucket, to: &identities)
    let count = identities.count - start
    if isOld, erasures.isEmpty { return }
    let people = try WordPairs(from: &rest, count: customers)
    let lengths = try PackedColumn(from: &rest, count: customers)
    guard lengths.divides(count) else { throw rest.damaged }
    if !isOld { try appendTimes(of: count, &rest) }
    if !erasures.isEmpty { try markErasedResponses(vendors, people, lengths, of: reader) }
  }

  private mutating func markErasedResponses(
    _ vendors: PackedColumn, _ people: WordPairs, _ lengths: PackedColumn, of reader: IdentityReader
  ) throws {
    var row = 0
    for customer in 0..<lengths.count {
      let person = Pseudonym(high: people.high(customer), low: people.low(customer))
      for _ in 0..<Int(lengths[customer]) {
        isErased.append(try erasures.contains(person, vendor: vendors[row], of: reader))
        row += 1
      }
    }
  }

  /// Marks responses that were answered or asked for since the cutoff.
  private mutating func appendTimes(of count: Int, _ reader: inout ByteReader) throws {
    // Word, scale, channel, stratum, weight and votes stand between.
    for _ in 0..<6 { _ = try PackedColumn(from: &reader, count: count) }
    let flags = try PackedColumn(from: &reader, count: count)
    _ = try SparseColumn(from: &reader, flags, ResponseBlock.Flag.score)
    var responded = try SparseColumn(from: &reader, flags, ResponseBlock.Flag.responded)
    var invited = try SparseColumn(from: &reader, flags, ResponseBlock.Flag.invited)
    for row in 0..<count {
      var latest = Int64.min
      if flags[row] & ResponseBlock.Flag.responded != 0 { latest = max(latest, responded.next()) }
      if flags[row] & ResponseBlock.Flag.invited != 0 { latest = max(latest, invited.next()) }
      isRecent.append(latest >= cutoff)
    }
  }
}
