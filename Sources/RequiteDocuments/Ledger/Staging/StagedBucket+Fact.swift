import RequiteModel

extension StagedBucket<StagedInteraction> {
  /// A staged row as text with the ledger's codes, to settle conflicts.
  func serialisation(_ index: Int, _ codes: CodeOrder, _ agents: AgentOrder) -> [UInt8] {
    let arena = FactArena()
    return withExtendedLifetime(arena) { fact(index, codes, agents, arena).serialisation }
  }

  private func fact(_ index: Int, _ codes: CodeOrder, _ agents: AgentOrder, _ arena: FactArena) -> Interaction {
    typealias Number = StagedInteraction.Number
    let row = self[index]
    var fact = Interaction(
      vendor: codes.vendors[Int(row.vendor)], thread: row.thread, id: FactBytes(id(index)), identity: .start,
      customer: row.customer, at: Instant(seconds: row.at), channel: codes.channels[Int(row.channel)],
      direction: Direction(code: row.word >> 4)!, kind: EventKind(code: row.word & 15)!)
    fact.agent = agents.agent(row.agent)
    fact.isAutomated = row.flags & InteractionBlock.Flag.automated != 0
    fact.due = row.has(Number.due) ? Instant(seconds: number(index, Number.due)) : nil
    fact.value = row.has(Number.value) ? number(index, Number.value) : nil
    fact.isPublic = row.flags & InteractionBlock.Flag.isPublic != 0
    fact.levels = arena.keep(codes.levels.indices.map { codes.levels[$0][Int(level(index, $0))] })
    return fact
  }
}

extension StagedBucket<StagedResponse> {
  /// A staged row as text with the ledger's codes, to settle conflicts.
  func serialisation(_ index: Int, _ codes: CodeOrder) -> [UInt8] {
    let arena = FactArena()
    return withExtendedLifetime(arena) { fact(index, codes, arena).serialisation }
  }

  private func fact(_ index: Int, _ codes: CodeOrder, _ arena: FactArena) -> Response {
    typealias Number = StagedResponse.Number
    let row = self[index]
    var fact = Response(
      vendor: codes.vendors[Int(row.vendor)], id: FactBytes(id(index)), identity: .start, customer: row.customer,
      instrument: Instrument(code: row.word >> 4)!,
      scale: ScoreScale(codes.sorted.scales[Int(codes.scales[Int(row.scale)])])!,
      status: ResponseStatus(code: row.word & 15)!)
    fact.account = account(index)
    fact.score = row.has(Number.score) ? Int32(number(index, Number.score)) : nil
    fact.votes = votes(index)
    fact.respondedAt = row.has(Number.responded) ? Instant(seconds: number(index, Number.responded)) : nil
    fact.invitedAt = row.has(Number.invited) ? Instant(seconds: number(index, Number.invited)) : nil
    fact.weight = weight(index)
    fact.stratum = codes.strata[Int(row.stratum)]
    fact.channel = codes.channels[Int(row.channel)]
    fact.survey = survey(index)
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
