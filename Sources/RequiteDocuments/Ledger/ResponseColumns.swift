import RequiteModel

/// The responses of one bucket of a ledger, column by column: keys and times can be looked at before any row is decoded.
///
/// A class for the reason of ``EventColumns``.
package final class ResponseColumns {
  private let codes: PlanCodes
  private let vendors: PackedColumn
  private let ids: IdColumn
  private let people: WordPairs
  private let lengths: PackedColumn
  private let words, scales, channels, strata, weights, votes, flags: PackedColumn
  /// The columns that not every row is in, the accounts and the levels.
  private let rest: ByteReader

  init(from reader: inout ByteReader, _ codes: PlanCodes) throws(DocumentFailure) {
    self.codes = codes
    let count = try reader.readCount(ofItems: 0)
    let customers = try reader.readCount(ofItems: 0)
    vendors = try PackedColumn(from: &reader, count: count)
    ids = try IdColumn(from: &reader, count: count)
    people = try WordPairs(from: &reader, count: customers)
    lengths = try PackedColumn(from: &reader, count: customers)
    try ResponseColumns.check(lengths, rows: count, reader)
    words = try PackedColumn(from: &reader, count: count)
    scales = try PackedColumn(from: &reader, count: count)
    channels = try PackedColumn(from: &reader, count: count)
    strata = try PackedColumn(from: &reader, count: count)
    weights = try PackedColumn(from: &reader, count: count)
    votes = try PackedColumn(from: &reader, count: count)
    flags = try PackedColumn(from: &reader, count: count)
    rest = reader
  }

  /// Every customer has rows, and together they have all.
  private static func check(_ lengths: PackedColumn, rows: Int, _ reader: ByteReader) throws(DocumentFailure) {
    var rest = Int64(rows)
    for customer in 0..<lengths.count {
      guard lengths[customer] > 0, lengths[customer] <= rest else { throw reader.damaged }
      rest -= lengths[customer]
    }
    guard rest == 0 else { throw reader.damaged }
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
    var details = try Details(from: &reader, flags)
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
        guard let question = Question.of(words[index]), let account = accounts.person(members[index]) else {
          throw reader.damaged
        }
        let vendor = try codes.vendor(vendors[index], reader)
        let id = ids[place]
        var row = Response(
          vendor: vendor.code, id: id, identity: id.identity(of: vendor.hash), customer: customer,
          instrument: question.instrument, scale: try codes.scale(scales[index], reader), status: question.status)
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
}

extension ResponseColumns {
  /// Whose a row is.
  package struct Key {
    /// Its number among those of the block.
    package let row: Int
    /// The plan's code of the vendor.
    package let vendor: UInt32
    /// The customer.
    package let customer: Pseudonym
  }

  /// When a row's answer came and its invitation went out.
  package struct Moments {
    /// When the customer answered.
    package let respondedAt: Instant?
    /// When the invitation went out.
    package let invitedAt: Instant?
  }

  /// Calls `body` with whose every row is.
  @inline(__always)
  package func forEachKey(_ body: (Key) throws -> Void) throws {
    var row = 0
    for person in 0..<lengths.count {
      let customer = customer(person)
      for _ in 0..<Int(lengths[person]) {
        try body(Key(row: row, vendor: try codes.vendor(vendors[row], rest).code, customer: customer))
        row += 1
      }
    }
  }

  /// Calls `body` with whose every row is, and when it took place.
  @inline(__always)
  package func forEachMoment(_ body: (Key, Moments) throws -> Void) throws {
    var reader = rest
    _ = try SparseColumn(from: &reader, flags, ResponseBlock.Flag.score)
    var responded = try SparseColumn(from: &reader, flags, ResponseBlock.Flag.responded)
    var invited = try SparseColumn(from: &reader, flags, ResponseBlock.Flag.invited)
    try forEachKey { key in
      let flags = flags[key.row]
      try body(
        key,
        Moments(
          respondedAt: flags & ResponseBlock.Flag.responded != 0 ? Instant(seconds: responded.next()) : nil,
          invitedAt: flags & ResponseBlock.Flag.invited != 0 ? Instant(seconds: invited.next()) : nil))
    }
  }

  /// Appends the identities of all rows.
  package func appendIdentities(to identities: inout [Hash128], arena: FactArena) throws(DocumentFailure) {
    let ids = try ids.unpack(AllRows(count: count), to: arena)
    for row in 0..<count { identities.append(ids[row].identity(of: try codes.vendor(vendors[row], rest).hash)) }
  }

  private func customer(_ person: Int) -> Pseudonym {
    Pseudonym(high: people.high(person), low: people.low(person))
  }
}

/// The columns that only rows with a flag are in, read along with the rows.
private struct Details {
  private var scores, responded, invited, revisions, surveyHighs, surveyLows: SparseColumn

  private typealias Flag = ResponseBlock.Flag

  init(from reader: inout ByteReader, _ flags: PackedColumn) throws(DocumentFailure) {
    scores = try SparseColumn(from: &reader, flags, Flag.score)
    responded = try SparseColumn(from: &reader, flags, Flag.responded)
    invited = try SparseColumn(from: &reader, flags, Flag.invited)
    revisions = try SparseColumn(from: &reader, flags, Flag.revision)
    surveyHighs = try SparseColumn(from: &reader, flags, Flag.survey)
    surveyLows = try SparseColumn(from: &reader, flags, Flag.survey)
  }

  /// Sets what not every response has.
  @inline(__always)
  mutating func fill(_ row: inout Response, _ flags: Int64) {
    row.conflicts = flags & Flag.conflict != 0
    if flags & Flag.score != 0 { row.score = Int32(truncatingIfNeeded: scores.next()) }
    if flags & Flag.responded != 0 { row.respondedAt = Instant(seconds: responded.next()) }
    if flags & Flag.invited != 0 { row.invitedAt = Instant(seconds: invited.next()) }
    if flags & Flag.revision != 0 { row.revision = revisions.next() }
    if flags & Flag.survey != 0 {
      row.survey = Hash128(
        high: UInt64(bitPattern: surveyHighs.next()), low: UInt64(bitPattern: surveyLows.next()))
    }
  }

  /// Passes a row that is not decoded.
  @inline(__always)
  mutating func skip(_ flags: Int64) {
    if flags & Flag.score != 0 { scores.skip() }
    if flags & Flag.responded != 0 { responded.skip() }
    if flags & Flag.invited != 0 { invited.skip() }
    if flags & Flag.revision != 0 { revisions.skip() }
    if flags & Flag.survey != 0 {
      surveyHighs.skip()
      surveyLows.skip()
    }
  }
}

/// What was asked, and how it ended.
private struct Question {
  let instrument: Instrument
  let status: ResponseStatus

  /// The question of a ledger's word, `nil` for a word of a newer format.
  static func of(_ word: Int64) -> Question? {
    known.indices.contains(Int(truncatingIfNeeded: word)) ? known[Int(truncatingIfNeeded: word)] : nil
  }

  /// By the eight bits of a word: codes are looked up once, not for each row.
  private static let known: [Question?] = (0..<256).map { word in
    guard let instrument = Instrument(code: UInt8(word >> 4)), let status = ResponseStatus(code: UInt8(word & 15))
    else {
      return nil
    }
    return Question(instrument: instrument, status: status)
  }
}
