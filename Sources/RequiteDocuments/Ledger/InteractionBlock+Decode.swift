import RequiteModel

extension InteractionBlock {
  /// Appends the events of a block to `rows`, in ledger order, with codes of the plan.
  static func decode(
    _ reader: inout ByteReader, _ codes: PlanCodes, to arena: FactArena, appending rows: inout [Interaction]
  ) throws(DocumentFailure) {
    let count = try reader.readCount(ofItems: 0)
    let threads = try Threads(from: &reader, rows: count)
    let people = try PersonTable(from: &reader)
    var events = try Events(from: &reader, count: count)
    var ids = try IdColumn(from: &reader, count: count, to: arena)
    let levels = try LevelColumns(from: &reader, count: count, codes, to: arena)
    var start = 0
    for thread in 0..<threads.count {
      let vendor = try codes.vendor(threads.vendors[thread], reader)
      let end = start + Int(threads.lengths[thread])
      for index in start..<end {
        let id = ids.next()
        guard var row = events.row(index, vendor.code, threads.hash(thread), id, identity: id.identity(of: vendor.hash)),
          let customer = people.person(events.customers[index]), let agent = people.person(events.agents[index])
        else { throw reader.damaged }
        row.customer = customer
        row.agent = agent
        row.channel = try codes.channel(events.channels[index], reader)
        row.levels = levels[index]
        rows.append(row)
      }
      start = end
    }
  }

  /// The threads of a block: whose they are, and how many rows each has.
  private struct Threads {
    let count: Int
    let vendors: PackedColumn
    let lengths: PackedColumn
    private let hashes: ArraySlice<UInt8>

    init(from reader: inout ByteReader, rows: Int) throws(DocumentFailure) {
      count = try reader.readCount(ofItems: 16)
      hashes = try reader.readBytes(count * 16)
      vendors = try PackedColumn(from: &reader, count: count)
      lengths = try PackedColumn(from: &reader, count: count)
      var start = 0
      for index in 0..<count {
        guard lengths[index] > 0, lengths[index] <= rows - start else { throw reader.damaged }
        start += Int(lengths[index])
      }
      guard start == rows else { throw reader.damaged }
    }

    func hash(_ thread: Int) -> Hash128 {
      hashes.withUnsafeBytes { bytes in
        Hash128(
          high: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: thread * 16, as: UInt64.self)),
          low: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: thread * 16 + 8, as: UInt64.self)))
      }
    }
  }

  /// The columns of a block that tell of events.
  private struct Events {
    let customers, agents, times, channels, words, flags: PackedColumn
    var dues, values, revisions: SparseColumn

    init(from reader: inout ByteReader, count: Int) throws(DocumentFailure) {
      customers = try PackedColumn(from: &reader, count: count)
      agents = try PackedColumn(from: &reader, count: count)
      times = try PackedColumn(from: &reader, count: count)
      channels = try PackedColumn(from: &reader, count: count)
      words = try PackedColumn(from: &reader, count: count)
      flags = try PackedColumn(from: &reader, count: count)
      dues = try SparseColumn(from: &reader, flags, Flag.due)
      values = try SparseColumn(from: &reader, flags, Flag.value)
      revisions = try SparseColumn(from: &reader, flags, Flag.revision)
    }

    /// The next event but for people, channel and levels; `nil` where it has a kind or a direction that is none.
    @inline(__always)
    mutating func row(
      _ index: Int, _ vendor: UInt32, _ thread: Hash128, _ id: FactBytes, identity: Hash128
    ) -> Interaction? {
      let word = words[index]
      let flags = flags[index]
      guard let direction = Direction(code: UInt8(truncatingIfNeeded: word >> 4)),
        let kind = EventKind(code: UInt8(truncatingIfNeeded: word & 15))
      else { return nil }
      var row = Interaction(
        vendor: vendor, thread: thread, id: id, identity: identity, customer: Pseudonym(high: 0, low: 0),
        at: Instant(seconds: times[index]), channel: 0, direction: direction, kind: kind)
      row.isAutomated = flags & Flag.automated != 0
      row.isPublic = flags & Flag.isPublic != 0
      row.conflicts = flags & Flag.conflict != 0
      if flags & Flag.due != 0 { row.due = Instant(seconds: dues.next()) }
      if flags & Flag.value != 0 { row.value = values.next() }
      if flags & Flag.revision != 0 { row.revision = revisions.next() }
      return row
    }
  }
}
