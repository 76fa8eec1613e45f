import RequiteModel

extension StagedBucket<InteractionRow> {
  /// A staged row as text with the ledger's codes, to settle conflicts.
  func serialisation(_ index: Int, _ codes: CodeOrder) -> [UInt8] {
    let arena = FactArena()
    return withExtendedLifetime(arena) { fact(index, codes, arena).serialisation }
  }

  private func fact(_ index: Int, _ codes: CodeOrder, _ arena: FactArena) -> Interaction {
    let row = self[index]
    var fact = Interaction(
      vendor: codes.vendors[Int(row.vendor)], thread: row.thread, id: FactBytes(id(index)), identity: .start,
      customer: row.customer, at: Instant(seconds: row.at), channel: codes.channels[Int(row.channel)],
      direction: Direction(code: row.direction)!, kind: EventKind(code: row.kind)!)
    fact.agent = row.agent
    fact.isAutomated = row.isAutomated
    fact.due = row.due == RowValue.absent ? nil : Instant(seconds: row.due)
    fact.value = row.value == RowValue.absent ? nil : row.value
    fact.isPublic = row.isPublic
    fact.levels = arena.keep(codes.levels.indices.map { codes.levels[$0][Int(level(index, $0))] })
    return fact
  }
}

extension StagedBucket<ResponseRow> {
  /// A staged row as text with the ledger's codes, to settle conflicts.
  func serialisation(_ index: Int, _ codes: CodeOrder) -> [UInt8] {
    let arena = FactArena()
    return withExtendedLifetime(arena) { fact(index, codes, arena).serialisation }
  }

  private func fact(_ index: Int, _ codes: CodeOrder, _ arena: FactArena) -> Response {
    let row = self[index]
    var fact = Response(
      vendor: codes.vendors[Int(row.vendor)], id: FactBytes(id(index)), identity: .start, customer: row.customer,
      instrument: Instrument(code: row.instrument)!,
      scale: ScoreScale(codes.sorted.scales[Int(codes.scales[Int(row.scale)])])!,
      status: ResponseStatus(code: row.status)!)
    fact.account = row.account
    fact.score = row.score == RowValue.absent ? nil : Int32(row.score)
    fact.votes = row.votes
    fact.respondedAt = row.respondedAt == RowValue.absent ? nil : Instant(seconds: row.respondedAt)
    fact.invitedAt = row.invitedAt == RowValue.absent ? nil : Instant(seconds: row.invitedAt)
    fact.weight = row.weight
    fact.stratum = codes.strata[Int(row.stratum)]
    fact.channel = codes.channels[Int(row.channel)]
    fact.survey = row.survey
    fact.levels = arena.keep(codes.levels.indices.map { codes.levels[$0][Int(level(index, $0))] })
    return fact
  }
}

extension StagedBucket<RevenueRow> {
  /// A staged row as a fact with the ledger's codes, to settle conflicts.
  func fact(_ index: Int, _ codes: CodeOrder) -> Revenue {
    let row = self[index]
    return Revenue(
      vendor: codes.vendors[Int(row.vendor)], vendorHash: codes.vendorHashes[Int(row.vendor)], customer: row.customer,
      year: row.year, amountMinor: row.amountMinor, acquiredBy: Acquisition(code: row.acquiredBy)!)
  }
}
