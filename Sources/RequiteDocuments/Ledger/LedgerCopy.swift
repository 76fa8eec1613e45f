import RequiteModel

/// Reads all rows of a ledger with its own codes, to write some or all of them into another.
struct LedgerCopy {
  /// The ledger.
  let ledger: LedgerReader
  private let facts: FactReader
  private let vendorHashes: [Hash128]

  /// Prepares to read `ledger`.
  init(_ ledger: LedgerReader) throws {
    self.ledger = ledger
    let (footer, dictionaries) = (ledger.footer, ledger.footer.dictionaries)
    var settings = Settings()
    settings.dimensions = footer.attributes
    let plan = Plan(
      settings: settings, ledgers: [], vendors: dictionaries.vendors, channels: dictionaries.channels,
      strata: dictionaries.strata, levels: dictionaries.levels, periods: [])
    facts = try FactReader(ledger, plan: plan)
    vendorHashes = dictionaries.vendors.map { Hash128($0) }
  }

  /// A builder of a ledger of the same kind, which already knows what is not among the facts.
  ///
  /// - Parameter directory: where rows go that do not fit into memory.
  func builder(directory: String, keepsRepeats: Bool = false) throws -> LedgerBuilder {
    let footer = ledger.footer
    let builder = LedgerBuilder(
      kind: footer.kind, attributes: footer.attributes, directory: directory, keepsRepeats: keepsRepeats)
    if let latest = footer.latest { builder.note(latest: latest) }
    for row in footer.erasures { try builder.append(row) }
    return builder
  }

  /// Shows every fact to `filter`, and gives those it lets pass to `builder`.
  func pass(_ filter: inout some CopyFilter, to builder: LedgerBuilder?) throws {
    for bucket in 0..<Bucket.count {
      let arena = FactArena()
      try withExtendedLifetime(arena) {
        var events: [Interaction] = []
        try facts.appendInteractions(of: bucket, to: &events, arena: arena)
        for event in events {
          if let event = passed(event, &filter, builder) { try builder?.append(event) }
        }
        var responses: [Response] = []
        try facts.appendResponses(of: bucket, to: &responses, arena: arena)
        for response in responses {
          guard let response = passed(response, &filter, builder) else { continue }
          try builder?.append(
            response, bucket: self.bucket(of: response), scales: ledger.footer.dictionaries.scales)
        }
        for revenue in try facts.revenues(bucket: bucket) {
          guard let revenue = passed(revenue, &filter, builder) else { continue }
          try builder?.append(RevenueRow(revenue), bucket: self.bucket(of: revenue))
        }
      }
      for row in try ledger.crosswalk(bucket: bucket) where filter.passes(row) { try builder?.append(row) }
    }
  }

  private func passed<Row: CustomerFact>(
    _ fact: Row, _ filter: inout some CopyFilter, _ builder: LedgerBuilder?
  ) -> Row? {
    guard let customer = filter.customer(of: fact) else { return nil }
    var fact = fact
    if customer != fact.customer { fact.move(to: customer, vendor: vendorHashes[Int(fact.vendor)]) }
    if fact.conflicts { builder?.note(conflictOf: fact.identity) }
    return fact
  }

  private func bucket(of fact: some CustomerFact) -> Int {
    fact.customer.bucket(vendor: vendorHashes[Int(fact.vendor)])
  }
}

/// Decides what of a ledger is copied.
protocol CopyFilter {
  /// Whose fact it is in the copy; `nil` for a fact that is not copied.
  mutating func customer(of fact: some CustomerFact) -> Pseudonym?
  /// Whether a line of a crosswalk is copied.
  mutating func passes(_ row: CrosswalkRow) -> Bool
}

/// A fact about a customer.
protocol CustomerFact: Fact {
  var customer: Pseudonym { get set }
  var vendor: UInt32 { get }
  /// Makes it a fact about somebody else; `vendor` is the fingerprint of the vendor's name.
  mutating func move(to customer: Pseudonym, vendor: Hash128)
}

extension CustomerFact {
  mutating func move(to customer: Pseudonym, vendor: Hash128) {
    self.customer = customer
  }
}

extension Interaction: CustomerFact {}
extension Response: CustomerFact {}

extension Revenue: CustomerFact {
  /// Revenue is known by its customer.
  mutating func move(to customer: Pseudonym, vendor: Hash128) {
    self.customer = customer
    identity = Revenue.identity(vendor: vendor, customer: customer, year: year)
  }
}

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
