import RequiteDocuments
import RequiteModel
import RequiteScoring

/// One of two versions that are compared: what was known, under which settings, and what it was summed to.
public struct KnownSide {
  /// The facts and the plan.
  public let knowledge: Knowledge
  /// The sums of the version, of which curves and respondents by scale are used; `nil` where they were not kept.
  public let tables: StateTables?

  /// Names a side; nothing is read.
  ///
  /// Without `tables` these are made anew from the facts, which takes as long as scoring.
  public init(_ knowledge: Knowledge, tables: StateTables? = nil) {
    self.knowledge = knowledge
    self.tables = tables
  }

  /// Whether two rows of a kind may have one id, as far as is known without looking at ids.
  func mayRepeatIds(of kind: DumpKind) -> Bool {
    guard let account = tables.map({ FactAccount(of: kind, in: $0) }), account.accepted > 0 else { return true }
    return account.repeated > 0
  }

  /// The sums of customers: on which scale each question is published, and what was answered to each wording.
  func customerTables() throws -> StateTables {
    if let tables { return tables }
    var responses = try StandingFacts<Response>(knowledge, filter: FactFilter(knowledge))
    let scorer = CustomerScorer(plan: knowledge.plan)
    var (tables, account) = (StateTables(), StateTables())
    let arena = FactArena()
    for bucket in 0..<Bucket.count {
      arena.removeAll()
      try responses.read(bucket: bucket, arena: arena, account: &account)
      withExtendedLifetime(arena) {
        scorer.score(responses: responses.rows, outcomes: [], followups: [], into: &tables)
      }
    }
    return tables
  }

  /// The first-answer curves of the version.
  func curves() throws -> [Cell: Histogram] {
    if let tables { return tables.curves }
    return try ThreadsPass(knowledge, buckets: 0..<Bucket.count).run().state.tables.curves
  }
}
