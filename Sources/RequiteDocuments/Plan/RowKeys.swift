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

  private let cutoff: Instant
  private let erasures: Erasures
  private let arena = FactArena()

  /// No rows yet.
  init(cutoff: Instant, erasures: Erasures) {
    self.cutoff = cutoff
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

  /// Adds the rows of a bucket of the next ledger, which holds events or responses.
  ///
  /// - Parameter isOld: whether all rows of the ledger took place before the cutoff.
  mutating func append(_ bucket: Int, of ledger: FactReader, isOld: Bool) throws {
    let start = identities.count
    arena.removeAll()
    if let events = try ledger.events(of: bucket) {
      try append(events, isOld: isOld)
    } else if let responses = try ledger.responses(of: bucket) {
      try append(responses, isOld: isOld)
    }
    ledgers.append(start..<identities.count)
  }

  private mutating func append(_ events: EventColumns, isOld: Bool) throws {
    let first = identities.count
    try events.appendIdentities(to: &identities, arena: arena)
    try events.forEachThread { thread in
      threads.append(Thread(hash: thread.hash, rows: first + thread.rows.lowerBound..<first + thread.rows.upperBound))
      // The last of a thread's rows is the latest.
      let isRecent = try !isOld && events.glance(thread.rows.upperBound - 1).at >= cutoff
      self.isRecent.append(contentsOf: repeatElement(isRecent, count: thread.rows.count))
      let isErased =
        try !erasures.isEmpty
        && erasures.contains(events.customer(of: thread), vendor: events.vendor(of: thread))
      self.isErased.append(contentsOf: repeatElement(isErased, count: thread.rows.count))
    }
    if !erasures.isEmpty {
      mayHideErased = try mayHideErased || (0..<events.count).contains { try events.glance($0).isOfAnotherCustomer }
    }
  }

  private mutating func append(_ responses: ResponseColumns, isOld: Bool) throws {
    try responses.appendIdentities(to: &identities, arena: arena)
    if isOld {
      isRecent.append(contentsOf: repeatElement(false, count: responses.count))
    } else {
      try responses.forEachMoment { _, moments in
        isRecent.append([moments.respondedAt, moments.invitedAt].contains { $0.map { $0 >= cutoff } ?? false })
      }
    }
    if erasures.isEmpty {
      isErased.append(contentsOf: repeatElement(false, count: responses.count))
    } else {
      try responses.forEachKey { isErased.append(erasures.contains($0.customer, vendor: $0.vendor)) }
    }
  }
}
