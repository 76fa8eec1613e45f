import RequiteModel

extension LedgerBuilder {
  /// Appends an event that was read with its ledger's own codes.
  func append(_ fact: Interaction) throws {
    var row = InteractionRow(
      thread: fact.thread, customer: fact.customer, at: fact.at.seconds, vendor: fact.vendor, channel: fact.channel,
      direction: fact.direction.code, kind: fact.kind.code)
    row.agent = fact.agent
    row.due = fact.due?.seconds ?? RowValue.absent
    row.value = fact.value ?? RowValue.absent
    row.revision = fact.revision
    row.isAutomated = fact.isAutomated
    row.isPublic = fact.isPublic
    try append(row, id: fact.id.bytes, levels: Array(fact.levels))
  }

  /// Appends a response that was read with its ledger's own codes; `scale` is the code of its scale.
  func append(_ fact: Response, bucket: Int, scale: UInt32) throws {
    var row = ResponseRow(
      customer: fact.customer, vendor: fact.vendor, scale: scale, instrument: fact.instrument.code,
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
    try append(row, bucket: bucket, id: fact.id.bytes, levels: Array(fact.levels))
  }
}

extension RevenueRow {
  /// A fact that was read with its ledger's own codes.
  init(_ fact: Revenue) {
    self.init(
      customer: fact.customer, vendor: fact.vendor, year: fact.year, amountMinor: fact.amountMinor,
      acquiredBy: fact.acquiredBy.code)
  }
}
