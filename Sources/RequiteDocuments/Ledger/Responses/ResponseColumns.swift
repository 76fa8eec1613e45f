import RequiteModel

/// The responses of one bucket of a ledger, column by column: keys and times can be looked at before any row is decoded.
///
/// A class for the reason of ``EventColumns``.
package final class ResponseColumns {
  let codes: PlanCodes
  let vendors: PackedColumn
  let ids: IdColumn
  /// How many rows each customer has.
  let lengths: PackedColumn
  let flags: PackedColumn
  /// The columns that not every row is in, the accounts and the levels.
  let rest: ByteReader
  private let people: WordPairs
  private let words, scales, channels, strata, weights, votes: PackedColumn

  init(from reader: inout ByteReader, _ codes: PlanCodes) throws(DocumentFailure) {
    self.codes = codes
    let count = try reader.readCount(ofItems: 0)
    let customers = try reader.readCount(ofItems: 0)
    vendors = try PackedColumn(from: &reader, count: count)
    ids = try IdColumn(from: &reader, count: count)
    people = try WordPairs(from: &reader, count: customers)
    lengths = try PackedColumn(from: &reader, count: customers)
    guard lengths.divides(count) else { throw reader.damaged }
    words = try PackedColumn(from: &reader, count: count)
    scales = try PackedColumn(from: &reader, count: count)
    channels = try PackedColumn(from: &reader, count: count)
    strata = try PackedColumn(from: &reader, count: count)
    weights = try PackedColumn(from: &reader, count: count)
    votes = try PackedColumn(from: &reader, count: count)
    flags = try PackedColumn(from: &reader, count: count)
    rest = reader
  }

  /// How many rows there are.
  package var count: Int { vendors.count }

  /// Appends all rows, in ledger order, their ids and levels in `arena`.
  package func append(to rows: inout [Response], arena: FactArena) throws(DocumentFailure) {
    try append(AllRows(count: count), to: &rows, arena)
  }

  /// Appends some rows, in ledger order, their ids and levels in `arena`.
  ///
  /// - Parameter chosen: the numbers of the rows, ascending.
  package func append(_ chosen: [UInt32], to rows: inout [Response], arena: FactArena) throws(DocumentFailure) {
    if !chosen.isEmpty { try append(SomeRows(chosen), to: &rows, arena) }
  }

  /// Decodes rows with codes of the plan.
  private func append(
    _ choice: some RowChoice, to rows: inout [Response], _ arena: FactArena
  ) throws(DocumentFailure) {
    var reader = rest
    var details = try ResponseDetails(from: &reader, flags)
    let accounts = try PersonTable(from: &reader)
    let members = try PackedColumn(from: &reader, count: count)
    let levels = try LevelColumns(from: &reader, count: count, choice, codes, to: arena)
    let ids = try ids.unpack(choice, to: arena)
    var (start, place) = (0, 0)
    for person in 0..<lengths.count {
      let customer = customer(person)
      let end = start + Int(lengths[person])
      for index in start..<end {
        guard choice.holds(index, at: place) else {
          details.skip(flags[index])
          continue
        }
        guard let word = ResponseWord.of(words[index]), let account = accounts.person(members[index]) else {
          throw reader.damaged
        }
        let vendor = try codes.vendor(vendors[index], reader)
        let id = ids[place]
        var row = Response(
          vendor: vendor.code, id: id, identity: id.identity(of: vendor.hash), customer: customer,
          instrument: word.instrument, scale: try codes.scale(scales[index], reader), status: word.status)
        row.account = account
        row.stratum = try codes.stratum(strata[index], reader)
        row.channel = try codes.channel(channels[index], reader)
        row.levels = levels[place]
        row.weight = weights[index]
        row.votes = votes[index]
        details.fill(&row, flags[index])
        rows.append(row)
        place += 1
      }
      start = end
    }
  }

  /// The customer of a group of rows.
  func customer(_ person: Int) -> Pseudonym {
    Pseudonym(high: people.high(person), low: people.low(person))
  }
}
