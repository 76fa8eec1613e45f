import RequiteModel

/// The events of one bucket of a ledger, column by column: keys and times can be looked at before any row is decoded.
///
/// A class, since it holds two dozen columns that would be retained one by one wherever it went.
package final class EventColumns {
  private let codes: PlanCodes
  private let agents: [Pseudonym]
  private let links: IdentityLinks?
  private let lengths: ThreadLengths
  private let ids: IdColumn
  private let hashes: WordPairs
  private let owners: WordPairs
  private let times, channels, words, flags: PackedColumn
  /// The columns that not every row is in, and the levels.
  private let rest: ByteReader

  /// Reads where the columns begin; with `links` events are of the persons whom their customers' ids mean.
  init(
    from reader: inout ByteReader, _ codes: PlanCodes, _ agents: [Pseudonym], _ links: IdentityLinks? = nil
  ) throws(DocumentFailure) {
    self.codes = codes
    self.agents = agents
    self.links = links
    let count = try reader.readCount(ofItems: 0)
    lengths = try ThreadLengths(from: &reader, rows: count)
    ids = try IdColumn(from: &reader, count: count)
    hashes = try WordPairs(from: &reader, count: lengths.count)
    owners = try WordPairs(from: &reader, count: lengths.count)
    times = try PackedColumn(from: &reader, count: count)
    channels = try PackedColumn(from: &reader, count: count)
    words = try PackedColumn(from: &reader, count: count)
    flags = try PackedColumn(from: &reader, count: count)
    rest = reader
  }

  /// How many rows there are.
  package var count: Int { times.count }

  /// Appends all rows, in ledger order, their ids and levels in `arena`.
  package func append(to rows: inout [Interaction], arena: FactArena) throws(DocumentFailure) {
    try append(AllRows(count: count), to: &rows, arena)
  }

  /// Appends the rows of some threads, in ledger order, their ids and levels in `arena`.
  ///
  /// - Parameter chosen: the numbers of the rows, ascending; of a thread all or none.
  package func append(_ chosen: [UInt32], to rows: inout [Interaction], arena: FactArena) throws(DocumentFailure) {
    if !chosen.isEmpty { try append(SomeRows(chosen), to: &rows, arena) }
  }

  /// Decodes whole threads with codes of the plan.
  private func append(
    _ choice: some RowChoice, to rows: inout [Interaction], _ arena: FactArena
  ) throws(DocumentFailure) {
    var reader = rest
    var details = try Details(from: &reader, flags)
    let levels = try LevelColumns(from: &reader, count: count, choice, codes, to: arena)
    let ids = try ids.unpack(choice, to: arena)
    let first = rows.count
    var (start, place) = (0, 0)
    for thread in 0..<lengths.count {
      let end = start + Int(lengths.lengths[thread])
      defer { start = end }
      guard choice.holds(start, at: place) else {
        details.skip(start..<end, flags)
        continue
      }
      let vendor = try codes.vendor(lengths.vendors[thread], reader)
      let hash = hash(of: thread)
      let owner = owner(of: thread)
      for index in start..<end {
        guard let word = EventWord.known[Int(truncatingIfNeeded: words[index] & 255)] else { throw reader.damaged }
        let id = ids[place]
        var row = Interaction(
          vendor: vendor.code, thread: hash, id: id, identity: id.identity(of: vendor.hash), customer: owner,
          at: Instant(seconds: times[index]), channel: try codes.channel(channels[index], reader),
          direction: word.direction, kind: word.kind)
        guard details.fill(&row, flags[index], agents) else { throw reader.damaged }
        row.levels = levels[place]
        rows.append(row)
        place += 1
      }
    }
    if let links { EventColumns.link(&rows, from: first, by: links) }
  }

  /// Events of a thread stand together and are mostly of one customer, who is looked up once.
  private static func link(_ rows: inout [Interaction], from first: Int, by links: IdentityLinks) {
    var (last, person) = (Pseudonym.none, Pseudonym.none)
    for place in first..<rows.count {
      if rows[place].customer != last {
        last = rows[place].customer
        person = links.person(of: last)
      }
      rows[place].customer = person
    }
  }
}

extension EventColumns {
  /// What a row tells without being decoded.
  package struct Glance {
    /// When it happened.
    package let at: Instant
    private let word: EventWord
    private let flags: UInt8

    fileprivate init(at: Instant, word: EventWord, flags: UInt8) {
      (self.at, self.word, self.flags) = (at, word, flags)
    }

    /// Who spoke.
    package var direction: Direction { word.direction }
    /// What happened.
    package var kind: EventKind { word.kind }
    /// Whether the row is of another customer than the first row of its thread.
    package var isOfAnotherCustomer: Bool { flags & InteractionBlock.Flag.customer != 0 }
    /// `Interaction.isAnswer`.
    package var isAnswer: Bool {
      word.direction == .outgoing && word.kind.answers && flags & InteractionBlock.Flag.automated == 0
    }
  }

  /// A thread as far as it is in this ledger.
  package struct Thread {
    /// Its number among those of the block.
    package let number: Int
    /// Fingerprint of vendor and thread id.
    package let hash: Hash128
    /// Its rows.
    package let rows: Range<Int>
  }

  /// Calls `body` with every thread.
  @inline(__always)
  package func forEachThread(_ body: (Thread) throws -> Void) rethrows {
    var start = 0
    for thread in 0..<lengths.count {
      let end = start + Int(lengths.lengths[thread])
      try body(Thread(number: thread, hash: hash(of: thread), rows: start..<end))
      start = end
    }
  }

  /// The plan's code of a thread's vendor.
  package func vendor(of thread: Thread) throws(DocumentFailure) -> UInt32 {
    try codes.vendor(lengths.vendors[thread.number], rest).code
  }

  /// The customer of a thread's first row.
  package func customer(of thread: Thread) -> Pseudonym {
    let owner = owner(of: thread.number)
    return links?.person(of: owner) ?? owner
  }

  /// What a row tells without being decoded.
  ///
  /// - Throws: `DocumentFailure.damaged` for a row of a newer format.
  @inline(__always)
  package func glance(_ row: Int) throws(DocumentFailure) -> Glance {
    guard let word = EventWord.known[Int(truncatingIfNeeded: words[row] & 255)] else { throw rest.damaged }
    return Glance(at: Instant(seconds: times[row]), word: word, flags: UInt8(truncatingIfNeeded: flags[row]))
  }

  /// Appends the identities of all rows.
  package func appendIdentities(to identities: inout [Hash128], arena: FactArena) throws(DocumentFailure) {
    let ids = try ids.unpack(AllRows(count: count), to: arena)
    var row = 0
    for thread in 0..<lengths.count {
      let vendor = try codes.vendor(lengths.vendors[thread], rest).hash
      for _ in 0..<Int(lengths.lengths[thread]) {
        identities.append(ids[row].identity(of: vendor))
        row += 1
      }
    }
  }

  private func hash(of thread: Int) -> Hash128 {
    Hash128(high: hashes.high(thread), low: hashes.low(thread))
  }

  private func owner(of thread: Int) -> Pseudonym {
    Pseudonym(high: owners.high(thread), low: owners.low(thread))
  }
}

/// Who spoke and what happened.
private struct EventWord {
  let direction: Direction
  let kind: EventKind

  /// By the eight bits of a ledger's word, `nil` for a word of a newer format: looked up once, not for each row.
  static let known: [EventWord?] = (0..<256).map { word in
    guard let direction = Direction(code: UInt8(word >> 4)), let kind = EventKind(code: UInt8(word & 15)) else {
      return nil
    }
    return EventWord(direction: direction, kind: kind)
  }
}

/// The columns that only rows with a flag are in, read along with the rows.
private struct Details {
  private var agents, dues, values, revisions, customerHighs, customerLows: SparseColumn

  private typealias Flag = InteractionBlock.Flag

  init(from reader: inout ByteReader, _ flags: PackedColumn) throws(DocumentFailure) {
    agents = try SparseColumn(from: &reader, flags, Int64(Flag.agent))
    dues = try SparseColumn(from: &reader, flags, Int64(Flag.due))
    values = try SparseColumn(from: &reader, flags, Int64(Flag.value))
    revisions = try SparseColumn(from: &reader, flags, Int64(Flag.revision))
    customerHighs = try SparseColumn(from: &reader, flags, Int64(Flag.customer))
    customerLows = try SparseColumn(from: &reader, flags, Int64(Flag.customer))
  }

  /// Sets what not every event has; `false` when an agent is none of `known`.
  @inline(__always)
  mutating func fill(_ row: inout Interaction, _ flags: Int64, _ known: [Pseudonym]) -> Bool {
    let flags = UInt8(truncatingIfNeeded: flags)
    row.isAutomated = flags & Flag.automated != 0
    row.isPublic = flags & Flag.isPublic != 0
    row.conflicts = flags & Flag.conflict != 0
    if flags & Flag.due != 0 { row.due = Instant(seconds: dues.next()) }
    if flags & Flag.value != 0 { row.value = values.next() }
    if flags & Flag.revision != 0 { row.revision = revisions.next() }
    if flags & Flag.customer != 0 {
      row.customer = Pseudonym(
        high: UInt64(bitPattern: customerHighs.next()), low: UInt64(bitPattern: customerLows.next()))
    }
    guard flags & Flag.agent != 0 else { return true }
    let agent = agents.next()
    guard agent >= 0, agent < known.count else { return false }
    row.agent = known[Int(agent)]
    return true
  }

  /// Passes rows that are not decoded.
  mutating func skip(_ rows: Range<Int>, _ flags: PackedColumn) {
    for row in rows {
      let flags = UInt8(truncatingIfNeeded: flags[row])
      if flags & Flag.agent != 0 { agents.skip() }
      if flags & Flag.due != 0 { dues.skip() }
      if flags & Flag.value != 0 { values.skip() }
      if flags & Flag.revision != 0 { revisions.skip() }
      if flags & Flag.customer != 0 {
        customerHighs.skip()
        customerLows.skip()
      }
    }
  }
}

/// The threads of a block: whose they are and how many rows each has.
struct ThreadLengths {
  let vendors: PackedColumn
  let lengths: PackedColumn

  init(from reader: inout ByteReader, rows: Int) throws(DocumentFailure) {
    let count = try reader.readCount(ofItems: 0)
    vendors = try PackedColumn(from: &reader, count: count)
    lengths = try PackedColumn(from: &reader, count: count)
    var rest = Int64(rows)
    for index in 0..<count {
      guard lengths[index] > 0, lengths[index] <= rest else { throw reader.damaged }
      rest -= lengths[index]
    }
    guard rest == 0 else { throw reader.damaged }
  }

  /// How many threads there are.
  var count: Int { lengths.count }
}
