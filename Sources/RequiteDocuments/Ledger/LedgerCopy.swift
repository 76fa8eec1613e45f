import RequiteModel

/// Reads all rows of a ledger with its own codes, to write some or all of them into another.
struct LedgerCopy {
  /// The ledger.
  let ledger: LedgerReader
  private let facts: FactReader
  private let scales: ScaleCodes
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
    scales = try ScaleCodes(dictionaries.scales, document: ledger.name)
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
    for bucket in 0..<Bucket.count { try pass(bucket, &filter, to: builder) }
  }

  /// The same with the facts of one bucket.
  func pass(_ bucket: Int, _ filter: inout some CopyFilter, to builder: LedgerBuilder?) throws {
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
        try builder?.append(response, bucket: self.bucket(of: response), scale: scales.code(of: response.scale))
      }
      for revenue in try facts.revenues(bucket: bucket) {
        guard let revenue = passed(revenue, &filter, builder) else { continue }
        try builder?.append(RevenueRow(revenue), bucket: self.bucket(of: revenue))
      }
    }
    for row in try ledger.crosswalk(bucket: bucket) where filter.passes(row) { try builder?.append(row) }
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
