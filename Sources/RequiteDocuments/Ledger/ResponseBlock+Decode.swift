import RequiteModel

extension ResponseBlock {
  /// The responses of a block, in ledger order, with codes of the plan.
  static func decode(
    _ reader: inout ByteReader, _ codes: PlanCodes, to arena: FactArena
  ) throws(DocumentFailure) -> [Response] {
    let count = try reader.readCount(ofItems: 0)
    let people = try PersonTable(from: &reader)
    let customers = try reader.readColumn(count)
    let accounts = try reader.readColumn(count)
    let vendors = try reader.readColumn(count)
    let words = try reader.readColumn(count)
    let scales = try reader.readColumn(count)
    let channels = try reader.readColumn(count)
    let strata = try reader.readColumn(count)
    let weights = try reader.readColumn(count)
    let votes = try reader.readColumn(count)
    let flags = try reader.readColumn(count)
    var optional = try OptionalFields(from: &reader, flags: flags)
    var ids = try IdColumn(from: &reader, count: count, to: arena)
    let levels = try LevelColumns(from: &reader, count: count, codes, to: arena)
    var rows: [Response] = []
    rows.reserveCapacity(count)
    for index in 0..<count {
      guard let instrument = Instrument(code: UInt8(truncatingIfNeeded: words[index] >> 4)),
        let status = ResponseStatus(code: UInt8(truncatingIfNeeded: words[index] & 15)),
        let customer = people.person(customers[index]), let account = people.person(accounts[index])
      else { throw reader.damaged }
      let vendor = try codes.vendor(vendors[index], reader)
      let id = ids.next()
      var row = Response(
        vendor: vendor.code, id: id, identity: id.identity(of: vendor.hash), customer: customer,
        instrument: instrument, scale: try codes.scale(scales[index], reader), status: status)
      row.account = account
      row.votes = votes[index]
      row.weight = weights[index]
      row.stratum = try codes.stratum(strata[index], reader)
      row.channel = try codes.channel(channels[index], reader)
      row.levels = levels[index]
      optional.fill(&row, flags: flags[index])
      rows.append(row)
    }
    return rows
  }

  /// The fields that not every response has.
  private struct OptionalFields {
    var scores, responded, invited, revisions, surveyHighs, surveyLows: OptionalColumn

    init(from reader: inout ByteReader, flags: [Int64]) throws(DocumentFailure) {
      scores = OptionalColumn(try reader.readColumn(flags.count { $0 & Flag.score != 0 }))
      responded = OptionalColumn(try reader.readColumn(flags.count { $0 & Flag.responded != 0 }))
      invited = OptionalColumn(try reader.readColumn(flags.count { $0 & Flag.invited != 0 }))
      revisions = OptionalColumn(try reader.readColumn(flags.count { $0 & Flag.revision != 0 }))
      surveyHighs = OptionalColumn(try reader.readColumn(flags.count { $0 & Flag.survey != 0 }))
      surveyLows = OptionalColumn(try reader.readColumn(flags.count { $0 & Flag.survey != 0 }))
    }

    mutating func fill(_ row: inout Response, flags: Int64) {
      row.score = scores.next(if: flags & Flag.score != 0).map(Int32.init(truncatingIfNeeded:))
      row.respondedAt = responded.next(if: flags & Flag.responded != 0).map(Instant.init)
      row.invitedAt = invited.next(if: flags & Flag.invited != 0).map(Instant.init)
      row.revision = revisions.next(if: flags & Flag.revision != 0) ?? 0
      row.conflicts = flags & Flag.conflict != 0
      if let high = surveyHighs.next(if: flags & Flag.survey != 0),
        let low = surveyLows.next(if: flags & Flag.survey != 0)
      {
        row.survey = Hash128(high: UInt64(bitPattern: high), low: UInt64(bitPattern: low))
      }
    }
  }
}
