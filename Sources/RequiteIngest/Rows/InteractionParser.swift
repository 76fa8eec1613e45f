import RequiteFormats
import RequiteModel

/// Reads the rows of an interactions dump.
struct InteractionParser: RowParser {
  private let fields: FieldMap
  private let limit: TimeLimit
  private var times = TimeRule()
  private var names: Names
  private var levels: [UInt32]
  private var waiting: WaitingRows<InteractionRow>
  private let directions = WordTable(Direction.allCases.map { ($0.rawValue, $0.code) }, column: .direction)
  private let kinds = WordTable(EventKind.allCases.map { ($0.rawValue, $0.code) }, column: .kind)

  init(fields: FieldMap, attributes: [String], limit: TimeLimit) {
    self.fields = fields
    self.limit = limit
    names = Names(attributes: attributes)
    levels = Array(repeating: 0, count: attributes.count)
    waiting = WaitingRows(attributes: attributes.count)
  }

  var dictionaries: RowDictionaries { names.dictionaries }

  mutating func parse(_ row: Row, _ people: People, to sink: any RowSink) throws -> Exclusion? {
    let id = fields.field(.eventID, of: row)
    let customer = fields.field(.customerID, of: row)
    let person = people.customers.ask(customer)
    let agent = fields.field(.agentID, of: row)
    let answerer = agent.isEmpty || isUnknown(agent) ? nil : people.agents.ask(agent)
    let event = try event(row, id, customer: customer, agent: agent)
    for index in levels.indices {
      levels[index] = try names.level(fields.attribute(index, of: row), attribute: index)
    }
    waiting.append(event, id: id, customer: person, other: answerer, levels: &levels)
    if waiting.isFull { try finish(people, to: sink) }
    return nil
  }

  mutating func finish(_ people: People, to sink: any RowSink) throws {
    try waiting.settle { event, levels in
      event.row.customer = people.customers.answer(event.customer)
      if let agent = event.other { event.row.agent = people.agents.answer(agent) }
      try sink.append(event.row, id: event.id, levels: levels)
    }
  }

  /// An event without the pseudonyms of its people.
  private mutating func event(
    _ row: Row, _ id: Bytes, customer: Bytes, agent: Bytes
  ) throws(Breach) -> InteractionRow {
    let thread = fields.field(.threadID, of: row)
    try IdentifierRule.check(id, .eventID)
    try IdentifierRule.check(thread, .threadID)
    let vendorID = fields.field(.vendorID, of: row)
    let knownVendor = names.find(vendor: vendorID)
    if knownVendor == nil { try IdentifierRule.check(vendorID, .vendorID) }
    try IdentifierRule.check(customer, .customerID)
    let at = try times.parse(fields.field(.at, of: row), .at)
    try limit.check(at, .at)
    let channel = fields.field(.channel, of: row)
    guard !channel.isEmpty else { throw Breach(.channel, "empty") }
    let channelCode = try names.channel(channel)
    let direction = try directions.meaning(of: fields.field(.direction, of: row))
    let kind = try kinds.meaning(of: fields.field(.kind, of: row))
    let vendor = try names.vendor(vendorID, knownVendor)
    var event = InteractionRow(
      thread: Hash128(thread, seed: names.vendorHashes[Int(vendor)]),
      customer: .none, at: at, vendor: vendor, channel: channelCode,
      direction: direction, kind: kind)
    if !agent.isEmpty {
      try IdentifierRule.checkOptional(agent, .agentID)
      event.isAutomated = isAutomated(agent)
      if isUnknown(agent) { event.agent = .unknown }
    }
    try readRest(row, &event)
    return event
  }

  /// Whether an agent's id says that it is a machine: `bot:…`.
  private func isAutomated(_ agent: Bytes) -> Bool {
    agent.count >= 4 && agent[0] == 0x62 && agent[1] == 0x6F && agent[2] == 0x74 && agent[3] == 0x3A
  }

  /// Whether an agent's id says that nobody knows whether it is a person or a machine: `unknown:…`.
  private func isUnknown(_ agent: Bytes) -> Bool {
    guard agent.count >= 8, agent[0] == 0x75 else { return false }
    return agent.part(0..<8) == "unknown:"
  }

  @inline(__always)
  private mutating func readRest(_ row: Row, _ event: inout InteractionRow) throws(Breach) {
    let due = fields.field(.dueAt, of: row)
    if !due.isEmpty {
      event.due = try times.parse(due, .dueAt)
      if event.kind == EventKind.promise.code && event.due < event.at { throw Breach(.dueAt, "before-at") }
    }
    let value = fields.field(.value, of: row)
    if !value.isEmpty { event.value = try DecimalRule.parse(value, .value) }
    event.isPublic = try TruthRule.parse(fields.field(.isPublic, of: row), .isPublic)
    event.revision = try RevisionRule.parse(fields.field(.revision, of: row))
  }
}
