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
        let word = events.words[index]
        guard let direction = Direction(code: UInt8(truncatingIfNeeded: word >> 4)),
          let kind = EventKind(code: UInt8(truncatingIfNeeded: word & 15)),
          let customer = people.person(events.customers[index]), let agent = people.person(events.agents[index])
        else { throw reader.damaged }
        var row = Interaction(
          vendor: vendor.code, thread: threads.hash(thread), id: id, identity: id.identity(of: vendor.hash),
          customer: customer, at: Instant(seconds: events.times[index]),
          channel: try codes.channel(events.channels[index], reader), direction: direction, kind: kind)
        row.agent = agent
        row.levels = levels[index]
        events.fill(&row, index)
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

    /// Sets what not every event has.
    @inline(__always)
    mutating func fill(_ row: inout Interaction, _ index: Int) {
      let flags = flags[index]
      row.isAutomated = flags & Flag.automated != 0
      row.isPublic = flags & Flag.isPublic != 0
      row.conflicts = flags & Flag.conflict != 0
      if flags & Flag.due != 0 { row.due = Instant(seconds: dues.next()) }
      if flags & Flag.value != 0 { row.value = values.next() }
      if flags & Flag.revision != 0 { row.revision = revisions.next() }
    }
  }
}
