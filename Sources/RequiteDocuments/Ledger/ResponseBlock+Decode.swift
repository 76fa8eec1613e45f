import RequiteModel

extension ResponseBlock {
  /// Appends the responses of a block to `rows`, in ledger order, with codes of the plan.
  static func decode(
    _ reader: inout ByteReader, _ codes: PlanCodes, to arena: FactArena, appending rows: inout [Response]
  ) throws(DocumentFailure) {
    let count = try reader.readCount(ofItems: 0)
    let customers = try reader.readCount(ofItems: 0)
    let vendors = try PackedColumn(from: &reader, count: count)
    let ids = try IdColumn(from: &reader, count: count, to: arena)
    let people = try WordPairs(from: &reader, count: customers)
    let lengths = try PackedColumn(from: &reader, count: customers)
    var answers = try Answers(from: &reader, count: count)
    let accounts = try PersonTable(from: &reader)
    let members = try PackedColumn(from: &reader, count: count)
    let levels = try LevelColumns(from: &reader, count: count, codes, to: arena)
    var start = 0
    for person in 0..<customers {
      guard lengths[person] > 0, lengths[person] <= count - start else { throw reader.damaged }
      let customer = Pseudonym(high: people.high(person), low: people.low(person))
      let end = start + Int(lengths[person])
      for index in start..<end {
        guard let question = Question.of(answers.words[index]), let account = accounts.person(members[index]) else {
          throw reader.damaged
        }
        let vendor = try codes.vendor(vendors[index], reader)
        let id = ids[index]
        var row = Response(
          vendor: vendor.code, id: id, identity: id.identity(of: vendor.hash), customer: customer,
          instrument: question.instrument, scale: try codes.scale(answers.scales[index], reader),
          status: question.status)
        row.account = account
        row.stratum = try codes.stratum(answers.strata[index], reader)
        row.channel = try codes.channel(answers.channels[index], reader)
        row.levels = levels[index]
        answers.fill(&row, index)
        rows.append(row)
      }
      start = end
    }
    guard start == count else { throw reader.damaged }
  }

  /// The columns of a block that tell of answers.
  private struct Answers {
    let words, scales, channels, strata, weights, votes, flags: PackedColumn
    var scores, responded, invited, revisions, surveyHighs, surveyLows: SparseColumn

    init(from reader: inout ByteReader, count: Int) throws(DocumentFailure) {
      words = try PackedColumn(from: &reader, count: count)
      scales = try PackedColumn(from: &reader, count: count)
      channels = try PackedColumn(from: &reader, count: count)
      strata = try PackedColumn(from: &reader, count: count)
      weights = try PackedColumn(from: &reader, count: count)
      votes = try PackedColumn(from: &reader, count: count)
      flags = try PackedColumn(from: &reader, count: count)
      scores = try SparseColumn(from: &reader, flags, Flag.score)
      responded = try SparseColumn(from: &reader, flags, Flag.responded)
      invited = try SparseColumn(from: &reader, flags, Flag.invited)
      revisions = try SparseColumn(from: &reader, flags, Flag.revision)
      surveyHighs = try SparseColumn(from: &reader, flags, Flag.survey)
      surveyLows = try SparseColumn(from: &reader, flags, Flag.survey)
    }

    /// Sets what needs no code of the plan; rows come one after the other.
    @inline(__always)
    mutating func fill(_ row: inout Response, _ index: Int) {
      let flags = flags[index]
      row.weight = weights[index]
      row.votes = votes[index]
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
}
