import RequiteFormats
import RequiteModel

/// Takes the rows of a customer out of a ledger.
///
/// What remains has the bytes of a ledger that was made without these rows, but for its dictionaries and its latest time:
/// those tell nothing of a person, and a night must not move for them.
public struct LedgerRedaction {
  /// Whom to forget.
  public struct Forgotten: Hashable, Sendable {
    /// The customer.
    public var customer: Pseudonym
    /// The vendor that forgets; `nil` for every vendor.
    public var vendor: String?

    /// Names a customer.
    public init(customer: Pseudonym, vendor: String? = nil) {
      self.customer = customer
      self.vendor = vendor
    }
  }

  private let ledger: LedgerReader
  private let facts: FactReader

  /// Prepares to read `ledger` with its own codes.
  public init(_ ledger: LedgerReader) throws {
    self.ledger = ledger
    let (footer, dictionaries) = (ledger.footer, ledger.footer.dictionaries)
    var settings = Settings()
    settings.dimensions = footer.attributes
    let plan = Plan(
      settings: settings, ledgers: [], vendors: dictionaries.vendors, channels: dictionaries.channels,
      strata: dictionaries.strata, levels: dictionaries.levels, periods: [])
    facts = try FactReader(ledger, plan: plan)
  }

  /// How many rows of a customer the ledger holds; erasures do not count, they are what keeps somebody forgotten.
  public func count(of forgotten: Forgotten) throws -> Int64 {
    try copy(without: forgotten, to: nil)
  }

  /// Writes the ledger without the rows of a customer.
  ///
  /// - Parameter directory: where rows go that do not fit into memory.
  /// - Returns: how many rows were left out.
  public func write(without forgotten: Forgotten?, directory: String, to sink: some ByteSink) throws -> Int64 {
    let footer = ledger.footer
    let builder = LedgerBuilder(kind: footer.kind, attributes: footer.attributes, directory: directory)
    if let latest = footer.latest { builder.note(latest: latest) }
    for row in footer.erasures { try builder.append(row) }
    let dropped = try copy(without: forgotten, to: builder)
    _ = try builder.finish(dictionaries: footer.dictionaries, to: sink)
    return dropped
  }

  /// Gives the rows that stay to `builder`, and returns how many do not.
  private func copy(without forgotten: Forgotten?, to builder: LedgerBuilder?) throws -> Int64 {
    let dictionaries = ledger.footer.dictionaries
    var selection = Selection(forgotten: forgotten, vendors: dictionaries.vendors, builder: builder)
    for bucket in 0..<Bucket.count {
      let arena = FactArena()
      try withExtendedLifetime(arena) {
        var events: [Interaction] = []
        try facts.appendInteractions(of: bucket, to: &events, arena: arena)
        for row in events where selection.keeps(row) { try builder?.append(row) }
        var responses: [Response] = []
        try facts.appendResponses(of: bucket, to: &responses, arena: arena)
        for row in responses where selection.keeps(row) {
          try builder?.append(row, bucket: bucket, scales: dictionaries.scales)
        }
        for row in try facts.revenues(bucket: bucket) where selection.keeps(row) {
          try builder?.append(RevenueRow(row), bucket: bucket)
        }
      }
    }
    return selection.dropped
  }

  /// Which rows stay.
  private struct Selection {
    let forgotten: Forgotten?
    let vendors: [String]
    let builder: LedgerBuilder?
    /// Rows that do not stay.
    var dropped: Int64 = 0

    mutating func keeps(_ row: some PersonalFact) -> Bool {
      if let forgotten, forgotten.customer == row.customer,
        forgotten.vendor == nil || forgotten.vendor == vendors[Int(row.vendor)]
      {
        dropped += 1
        return false
      }
      if row.conflicts { builder?.note(conflictOf: row.identity) }
      return true
    }
  }
}

/// A fact about a customer.
private protocol PersonalFact: Fact {
  var customer: Pseudonym { get }
  var vendor: UInt32 { get }
}

extension Interaction: PersonalFact {}
extension Response: PersonalFact {}
extension Revenue: PersonalFact {}

extension LedgerBuilder {
  fileprivate func append(_ fact: Interaction) throws {
    var row = InteractionRow(
      thread: fact.thread, customer: fact.customer, at: fact.at.seconds, vendor: fact.vendor, channel: fact.channel,
      direction: fact.direction.code, kind: fact.kind.code)
    row.agent = fact.agent
    row.due = fact.due?.seconds ?? RowValue.absent
    row.value = fact.value ?? RowValue.absent
    row.revision = fact.revision
    row.isAutomated = fact.isAutomated
    row.isPublic = fact.isPublic
    try fact.id.withUnsafeBytes { id in
      try Array(fact.levels).withUnsafeBufferPointer { try append(row, id: id, levels: $0) }
    }
  }

  fileprivate func append(_ fact: Response, bucket: Int, scales: [String]) throws {
    guard let scale = scales.firstIndex(where: { ScoreScale($0) == fact.scale }) else { return }
    var row = ResponseRow(
      customer: fact.customer, vendor: fact.vendor, scale: UInt32(scale), instrument: fact.instrument.code,
      status: fact.status.code)
    row.account = fact.account
    row.survey = fact.survey
    row.score = fact.score.map(Int64.init) ?? RowValue.absent
    row.votes = fact.votes
    row.respondedAt = fact.respondedAt?.seconds ?? RowValue.absent
    row.invitedAt = fact.invitedAt?.seconds ?? RowValue.absent
    row.weight = fact.weight
    row.revision = fact.revision
    row.channel = fact.channel
    row.stratum = fact.stratum
    try fact.id.withUnsafeBytes { id in
      try Array(fact.levels).withUnsafeBufferPointer { try append(row, bucket: bucket, id: id, levels: $0) }
    }
  }
}

extension RevenueRow {
  fileprivate init(_ fact: Revenue) {
    self.init(
      customer: fact.customer, vendor: fact.vendor, year: fact.year, amountMinor: fact.amountMinor,
      acquiredBy: fact.acquiredBy.code)
  }
}
