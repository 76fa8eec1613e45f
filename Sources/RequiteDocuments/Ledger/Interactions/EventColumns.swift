import RequiteModel

/// The events of one bucket of a ledger, column by column: keys and times can be looked at before any row is decoded.
///
/// A class, since it holds two dozen columns that would be retained one by one wherever it went.
package final class EventColumns {
  let codes: PlanCodes
  let links: IdentityLinks?
  let lengths: ThreadLengths
  let ids: IdColumn
  let times, words, flags: PackedColumn
  /// The columns that not every row is in, and the levels.
  let rest: ByteReader
  private let agents: [Pseudonym]
  private let hashes: WordPairs
  private let owners: WordPairs
  private let channels: PackedColumn

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
    var details = try EventDetails(from: &reader, flags)
    details.willRead(agents)
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

  /// Fingerprint of vendor and thread id.
  func hash(of thread: Int) -> Hash128 {
    Hash128(high: hashes.high(thread), low: hashes.low(thread))
  }

  /// The customer of a thread's first row, as the source wrote it.
  func owner(of thread: Int) -> Pseudonym {
    Pseudonym(high: owners.high(thread), low: owners.low(thread))
  }
}
