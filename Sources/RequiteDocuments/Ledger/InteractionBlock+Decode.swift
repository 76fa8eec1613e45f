import RequiteModel

extension InteractionBlock {
  /// The events of a block, in ledger order, with codes of the plan.
  static func decode(
    _ reader: inout ByteReader, _ codes: PlanCodes, to arena: FactArena
  ) throws(DocumentFailure) -> [Interaction] {
    let count = try reader.readCount(ofItems: 0)
    let threads = try Threads(from: &reader, rows: count)
    let people = try PersonTable(from: &reader)
    let customers = try reader.readColumn(count)
    let agents = try reader.readColumn(count)
    let times = try reader.readColumn(count)
    let channels = try reader.readColumn(count)
    let words = try reader.readColumn(count)
    let flags = try reader.readColumn(count)
    var dues = OptionalColumn(try reader.readColumn(flags.count { $0 & Flag.due != 0 }))
    var values = OptionalColumn(try reader.readColumn(flags.count { $0 & Flag.value != 0 }))
    var revisions = OptionalColumn(try reader.readColumn(flags.count { $0 & Flag.revision != 0 }))
    let ids = try IdColumn(from: &reader, count: count, to: arena)
    let levels = try LevelColumns(from: &reader, count: count, codes, to: arena)
    var rows: [Interaction] = []
    rows.reserveCapacity(count)
    for (thread, events) in threads.events {
      let vendor = try codes.vendor(thread.vendor, reader)
      for index in events {
        guard let direction = Direction(code: UInt8(truncatingIfNeeded: words[index] >> 4)),
          let kind = EventKind(code: UInt8(truncatingIfNeeded: words[index] & 15)),
          let customer = people.person(customers[index]), let agent = people.person(agents[index])
        else { throw reader.damaged }
        var row = Interaction(
          vendor: vendor.code, thread: thread.hash, id: ids[index], identity: ids.identity(index, of: vendor.hash),
          customer: customer, at: Instant(seconds: times[index]), channel: try codes.channel(channels[index], reader),
          direction: direction, kind: kind)
        row.agent = agent
        row.isAutomated = flags[index] & Flag.automated != 0
        row.isPublic = flags[index] & Flag.isPublic != 0
        row.due = dues.next(if: flags[index] & Flag.due != 0).map(Instant.init)
        row.value = values.next(if: flags[index] & Flag.value != 0)
        row.revision = revisions.next(if: flags[index] & Flag.revision != 0) ?? 0
        row.conflicts = flags[index] & Flag.conflict != 0
        row.levels = levels[index]
        rows.append(row)
      }
    }
    return rows
  }

  /// The threads of a block: whose they are, and which rows.
  private struct Threads {
    var events: [(thread: (hash: Hash128, vendor: Int64), rows: Range<Int>)] = []

    init(from reader: inout ByteReader, rows: Int) throws(DocumentFailure) {
      let count = try reader.readCount(ofItems: 16)
      var hashes: [Hash128] = []
      for _ in 0..<count { hashes.append(Hash128(high: try reader.read(), low: try reader.read())) }
      let vendors = try reader.readColumn(count)
      let lengths = try reader.readColumn(count)
      var start = 0
      for index in 0..<count {
        guard lengths[index] > 0, lengths[index] <= rows - start else { throw reader.damaged }
        events.append(((hashes[index], vendors[index]), start..<start + Int(lengths[index])))
        start += Int(lengths[index])
      }
      guard start == rows else { throw reader.damaged }
    }
  }
}
