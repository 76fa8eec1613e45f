import RequiteModel

extension InteractionBlock {
  /// Appends the events of a block to `rows`, in ledger order, with codes of the plan; `agents` are the ledger's.
  static func decode(
    _ reader: inout ByteReader, _ codes: PlanCodes, _ agents: [Pseudonym], to arena: FactArena,
    appending rows: inout [Interaction]
  ) throws(DocumentFailure) {
    let count = try reader.readCount(ofItems: 0)
    let lengths = try ThreadLengths(from: &reader, rows: count)
    let ids = try IdColumn(from: &reader, count: count, to: arena)
    let threads = try WordPairs(from: &reader, count: lengths.count)
    let owners = try WordPairs(from: &reader, count: lengths.count)
    var events = try Events(from: &reader, count: count)
    let levels = try LevelColumns(from: &reader, count: count, codes, to: arena)
    var start = 0
    for thread in 0..<lengths.count {
      let vendor = try codes.vendor(lengths.vendors[thread], reader)
      let hash = Hash128(high: threads.high(thread), low: threads.low(thread))
      let owner = Pseudonym(high: owners.high(thread), low: owners.low(thread))
      let end = start + Int(lengths.lengths[thread])
      for index in start..<end {
        let id = ids[index]
        guard let word = Word.known[Int(truncatingIfNeeded: events.words[index] & 255)] else { throw reader.damaged }
        var row = Interaction(
          vendor: vendor.code, thread: hash, id: id, identity: id.identity(of: vendor.hash), customer: owner,
          at: Instant(seconds: events.times[index]), channel: try codes.channel(events.channels[index], reader),
          direction: word.direction, kind: word.kind)
        guard events.fill(&row, index, agents) else { throw reader.damaged }
        row.levels = levels[index]
        rows.append(row)
      }
      start = end
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

  /// Who spoke and what happened.
  private struct Word {
    let direction: Direction
    let kind: EventKind

    /// By the eight bits of a ledger's word, `nil` for a word of a newer format: looked up once, not for each row.
    static let known: [Word?] = (0..<256).map { word in
      guard let direction = Direction(code: UInt8(word >> 4)), let kind = EventKind(code: UInt8(word & 15)) else {
        return nil
      }
      return Word(direction: direction, kind: kind)
    }
  }

  /// The columns of a block that tell of events.
  private struct Events {
    let times, channels, words, flags: PackedColumn
    var agents, dues, values, revisions, customerHighs, customerLows: SparseColumn

    init(from reader: inout ByteReader, count: Int) throws(DocumentFailure) {
      times = try PackedColumn(from: &reader, count: count)
      channels = try PackedColumn(from: &reader, count: count)
      words = try PackedColumn(from: &reader, count: count)
      flags = try PackedColumn(from: &reader, count: count)
      agents = try SparseColumn(from: &reader, flags, Int64(Flag.agent))
      dues = try SparseColumn(from: &reader, flags, Int64(Flag.due))
      values = try SparseColumn(from: &reader, flags, Int64(Flag.value))
      revisions = try SparseColumn(from: &reader, flags, Int64(Flag.revision))
      customerHighs = try SparseColumn(from: &reader, flags, Int64(Flag.customer))
      customerLows = try SparseColumn(from: &reader, flags, Int64(Flag.customer))
    }

    /// Sets what not every event has; `false` when an agent is none of `known`.
    @inline(__always)
    mutating func fill(_ row: inout Interaction, _ index: Int, _ known: [Pseudonym]) -> Bool {
      let flags = UInt8(truncatingIfNeeded: flags[index])
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
  }
}
