import RequiteFormats
import RequiteModel

/// Reads the rows of a surveys dump.
struct ResponseParser: RowParser {
  private let fields: FieldMap
  private let limit: TimeLimit
  private var times = TimeRule()
  private var names: Names
  private var levels: [UInt32]
  private var waiting: WaitingRows<ResponseRow>
  private let instruments = WordTable(Instrument.allCases.map { ($0.rawValue, $0) }, column: .instrument)
  private let statuses = WordTable(ResponseStatus.allCases.map { ($0.rawValue, $0) }, column: .status)

  init(fields: FieldMap, attributes: [String], limit: TimeLimit) {
    self.fields = fields
    self.limit = limit
    names = Names(attributes: attributes)
    levels = Array(repeating: 0, count: attributes.count)
    waiting = WaitingRows(attributes: attributes.count)
  }

  var dictionaries: RowDictionaries { names.dictionaries }

  mutating func parse(_ row: Row, _ people: People, to sink: any RowSink) throws -> Exclusion? {
    let status = try status(of: row)
    switch status {
    case .test: return .test
    case .spam: return .spam
    default: break
    }
    let id = fields.field(.responseID, of: row)
    let customer = fields.field(.customerID, of: row)
    let person = people.customers.ask(customer)
    let account = fields.field(.accountID, of: row)
    let holder = account.isEmpty ? nil : people.accounts.ask(account)
    let response = try response(row, id, status, customer: customer, account: account)
    for index in levels.indices {
      levels[index] = try names.level(fields.attribute(index, of: row), attribute: index)
    }
    waiting.append(response, id: id, customer: person, other: holder, levels: &levels)
    if waiting.isFull { try finish(people, to: sink) }
    return nil
  }

  mutating func finish(_ people: People, to sink: any RowSink) throws {
    try waiting.settle { response, levels in
      response.row.customer = people.customers.answer(response.customer)
      if let account = response.other { response.row.account = people.accounts.answer(account) }
      let bucket = response.row.customer.bucket(vendor: names.vendorHashes[Int(response.row.vendor)])
      try sink.append(response.row, bucket: bucket, id: response.id, levels: levels)
    }
  }

  /// The stated status, or the default: complete where there is a score, else invited.
  @inline(__always)
  private func status(of row: Row) throws(Breach) -> ResponseStatus {
    let field = fields.field(.status, of: row)
    guard !field.isEmpty else { return fields.field(.score, of: row).isEmpty ? .invited : .complete }
    return try statuses.meaning(of: field)
  }

  /// A response without the pseudonyms of its people.
  private mutating func response(
    _ row: Row, _ id: Bytes, _ status: ResponseStatus, customer: Bytes, account: Bytes
  ) throws(Breach) -> ResponseRow {
    try IdentifierRule.check(id, .responseID)
    let vendorID = fields.field(.vendorID, of: row)
    let knownVendor = names.find(vendor: vendorID)
    if knownVendor == nil { try IdentifierRule.check(vendorID, .vendorID) }
    try IdentifierRule.check(customer, .customerID)
    let instrument = try instruments.meaning(of: fields.field(.instrument, of: row))
    let (scaleCode, scale) = try names.scale(fields.field(.scale, of: row))
    let isVotes = if case .votes = instrument { true } else { false }
    guard isVotes == scale.isNet else { throw Breach(.scale, "format") }
    let score = try ScoreRule.parse(fields.field(.score, of: row), on: scale)
    let (responded, invited) = try respondedAndInvited(row, hasScore: score != nil, status)
    let vendor = try names.vendor(vendorID, knownVendor)
    var response = ResponseRow(
      customer: .none, vendor: vendor, scale: scaleCode, instrument: instrument.code,
      status: status.code)
    if let score { response.score = Int64(score) }
    response.respondedAt = responded
    response.invitedAt = invited
    if isVotes && score != nil { response.votes = try VotesRule.parse(fields.field(.votes, of: row), net: score) }
    if !account.isEmpty { try IdentifierRule.checkOptional(account, .accountID) }
    try readRest(row, &response)
    return response
  }

  @inline(__always)
  private mutating func respondedAndInvited(
    _ row: Row, hasScore: Bool, _ status: ResponseStatus
  ) throws(Breach) -> (responded: Int64, invited: Int64) {
    var responded = RowValue.absent
    let respondedField = fields.field(.respondedAt, of: row)
    if !respondedField.isEmpty {
      responded = try times.parse(respondedField, .respondedAt)
      try limit.check(responded, .respondedAt)
      guard hasScore || status.mayLackScore else { throw Breach(.score, "missing") }
    } else if hasScore {
      throw Breach(.respondedAt, "empty")
    }
    var invited = RowValue.absent
    let invitedField = fields.field(.invitedAt, of: row)
    if !invitedField.isEmpty {
      invited = try times.parse(invitedField, .invitedAt)
      try limit.check(invited, .invitedAt)
      if responded != RowValue.absent && responded < invited { throw Breach(.respondedAt, "before-invited") }
    }
    return (responded, invited)
  }

  @inline(__always)
  private mutating func readRest(_ row: Row, _ response: inout ResponseRow) throws(Breach) {
    let survey = fields.field(.surveyID, of: row)
    if !survey.isEmpty { response.survey = Hash128(survey) }
    response.channel = try names.channel(fields.field(.channel, of: row))
    response.stratum = try names.stratum(fields.field(.stratum, of: row))
    response.weight = try WeightRule.parse(fields.field(.weight, of: row))
    response.revision = try RevisionRule.parse(fields.field(.revision, of: row))
  }
}

extension ResponseStatus {
  /// Whether an answer of this status may be without a score.
  fileprivate var mayLackScore: Bool {
    switch self {
    case .complete, .invited: false
    default: true
    }
  }
}

extension ScoreScale {
  /// Whether this is `net`, told by its ends.
  fileprivate var isNet: Bool { lowest == .min && highest == .max }
}
