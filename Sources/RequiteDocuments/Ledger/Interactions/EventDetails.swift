import RequiteModel

/// The columns that only events with a flag are in, read along with the rows.
struct EventDetails {
  private var agents, dues, values, revisions, customerHighs, customerLows: SparseColumn

  private typealias Flag = InteractionBlock.Flag

  /// Reads where the columns begin.
  init(from reader: inout ByteReader, _ flags: PackedColumn) throws(DocumentFailure) {
    let counts = FlagCounts(flags)
    agents = try SparseColumn(from: &reader, count: counts[Flag.agent])
    dues = try SparseColumn(from: &reader, count: counts[Flag.due])
    values = try SparseColumn(from: &reader, count: counts[Flag.value])
    revisions = try SparseColumn(from: &reader, count: counts[Flag.revision])
    customerHighs = try SparseColumn(from: &reader, count: counts[Flag.customer])
    customerLows = try SparseColumn(from: &reader, count: counts[Flag.customer])
  }

  /// Begins to bring those of the `known` into the cache who are agents of the events.
  func willRead(_ known: [Pseudonym]) {
    agents.forEach { agent in
      if known.indices.contains(Int(agent)) { known.willRead(Int(agent)..<Int(agent) + 1) }
    }
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
