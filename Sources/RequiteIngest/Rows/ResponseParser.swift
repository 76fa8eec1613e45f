import RequiteFormats
import RequiteModel

/// Reads the rows of a surveys dump.
struct ResponseParser: RowParser {
  private let fields: FieldMap
  private let limit: TimeLimit
  private var respondedTimes = TimeRule()
  private var invitedTimes = TimeRule()
  private(set) var names: Names
  private var levels: [UInt32]
  private let instruments = WordTable(Instrument.allCases.map { ($0.rawValue, $0.code) }, column: .instrument)
  private let statuses = WordTable(ResponseStatus.allCases.map { ($0.rawValue, $0.code) }, column: .status)

  init(fields: FieldMap, attributes: [String], limit: TimeLimit) {
    self.fields = fields
    self.limit = limit
    names = Names(attributes: attributes)
    levels = Array(repeating: 0, count: attributes.count)
  }

  mutating func parse(_ row: Row, _ people: People, to sink: some RowSink) throws -> Exclusion? {
    let status = try status(of: row)
    if status == .test { return .test }
    if status == .spam { return .spam }
    let id = fields.field(.responseID, of: row)
    let response = try response(row, id, status, people)
    for index in levels.indices {
      levels[index] = try names.level(fields.attribute(index, of: row), attribute: index)
    }
    let bucket = response.customer.bucket(vendor: names.vendorHashes[Int(response.vendor)])
    try levels.withUnsafeBufferPointer { try sink.append(response, bucket: bucket, id: id.raw, levels: $0) }
    return nil
  }

  /// The stated status, or the default: complete where there is a score, else invited.
  private func status(of row: Row) throws(Breach) -> ResponseStatus {
    let field = fields.field(.status, of: row)
    guard !field.isEmpty else { return fields.field(.score, of: row).isEmpty ? .invited : .complete }
    return ResponseStatus(code: try statuses.code(of: field))!
  }

  private mutating func response(
    _ row: Row, _ id: Bytes, _ status: ResponseStatus, _ people: People
  ) throws(Breach) -> ResponseRow {
    let customer = fields.field(.customerID, of: row)
    let person = people.customers.ask(customer.raw)
    try IdentifierRule.check(id, .responseID)
    try IdentifierRule.check(fields.field(.vendorID, of: row), .vendorID)
    try IdentifierRule.check(customer, .customerID)
    let instrument = try instruments.code(of: fields.field(.instrument, of: row))
    let (scaleCode, scale) = try names.scale(fields.field(.scale, of: row))
    let isVotes = instrument == Instrument.votes.code
    guard isVotes == (scale == .net) else { throw Breach(.scale, "format") }
    let score = try ScoreRule.parse(fields.field(.score, of: row), on: scale)
    let (responded, invited) = try times(of: row, hasScore: score != nil, status)
    let vendor = try names.vendor(fields.field(.vendorID, of: row))
    var response = ResponseRow(
      customer: people.customers.answer(person), vendor: vendor, scale: scaleCode, instrument: instrument,
      status: status.code)
    if let score { response.score = Int64(score) }
    response.respondedAt = responded
    response.invitedAt = invited
    if isVotes && score != nil { response.votes = try VotesRule.parse(fields.field(.votes, of: row), net: score) }
    try readRest(row, &response, people)
    return response
  }

  private mutating func times(
    of row: Row, hasScore: Bool, _ status: ResponseStatus
  ) throws(Breach) -> (responded: Int64, invited: Int64) {
    var responded = RowValue.absent
    let respondedField = fields.field(.respondedAt, of: row)
    if !respondedField.isEmpty {
      responded = try respondedTimes.parse(respondedField, .respondedAt)
      try limit.check(responded, .respondedAt)
      guard hasScore || ![.complete, .invited].contains(status) else { throw Breach(.score, "missing") }
    } else if hasScore {
      throw Breach(.respondedAt, "empty")
    }
    var invited = RowValue.absent
    let invitedField = fields.field(.invitedAt, of: row)
    if !invitedField.isEmpty {
      invited = try invitedTimes.parse(invitedField, .invitedAt)
      try limit.check(invited, .invitedAt)
      if responded != RowValue.absent && responded < invited { throw Breach(.respondedAt, "before-invited") }
    }
    return (responded, invited)
  }

  private mutating func readRest(_ row: Row, _ response: inout ResponseRow, _ people: People) throws(Breach) {
    let account = fields.field(.accountID, of: row)
    if !account.isEmpty {
      try IdentifierRule.checkOptional(account, .accountID)
      response.account = people.accounts.pseudonym(of: account.raw)
    }
    let survey = fields.field(.surveyID, of: row)
    if !survey.isEmpty { response.survey = Hash128(survey.raw) }
    response.channel = try names.channel(fields.field(.channel, of: row))
    response.stratum = try names.stratum(fields.field(.stratum, of: row))
    response.weight = try WeightRule.parse(fields.field(.weight, of: row))
    response.revision = try RevisionRule.parse(fields.field(.revision, of: row))
  }
}
