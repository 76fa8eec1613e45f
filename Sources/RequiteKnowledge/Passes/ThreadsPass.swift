import RequiteDocuments
import RequiteFormats
import RequiteModel
import RequiteScoring

/// The first pass: judges the threads of some buckets, one bucket at a time.
public struct ThreadsPass {
  private let knowledge: Knowledge
  private let buckets: Range<Int>

  /// Prepares to judge the threads of `buckets`.
  public init(_ knowledge: Knowledge, buckets: Range<Int>) {
    self.knowledge = knowledge
    self.buckets = buckets
  }

  /// Judges them.
  ///
  /// Memory is bounded by the outcomes of all buckets and the rows of the largest.
  ///
  /// - Parameter finished: is called after each bucket.
  public func run(_ finished: () -> Void = {}) throws -> JudgedThreads {
    var events = try StandingFacts<Interaction>(knowledge, filter: FactFilter(knowledge))
    let scorer = ThreadScorer(plan: knowledge.plan)
    var judged = JudgedThreads(plan: knowledge.plan, buckets: buckets)
    var pass = scorer.begin()
    let arena = FactArena()
    for bucket in buckets {
      arena.removeAll()
      try events.read(bucket: bucket, arena: arena, account: &judged.tables)
      scorer.score(events.rows, in: &pass)
      judged.take(&pass.scored)
      finished()
    }
    pass.addSums(to: &judged.tables)
    return withExtendedLifetime(arena) { judged }
  }
}

/// What the threads of some buckets came to, until it is written: a part for each bucket, so that nothing is ever copied
/// to grow.
public struct JudgedThreads {
  private let plan: Plan
  private let buckets: Range<Int>
  fileprivate var tables = StateTables()
  private var outcomes: [[Outcome]] = []
  private var followups: [[Followup]] = []
  private let arena = FactArena()

  fileprivate init(plan: Plan, buckets: Range<Int>) {
    self.plan = plan
    self.buckets = buckets
  }

  /// The sums of these buckets.
  public var state: StateFile {
    StateFile(planDigest: plan.digest, coverage: StateCoverage(threads: buckets), tables: tables)
  }

  /// Writes outcomes and follow-ups, divided by the customers they belong to, for the second pass.
  public func writeOutcomes(to sink: any ByteSink) throws {
    try withExtendedLifetime(arena) {
      try OutcomeFile.write(parts: outcomes, followups, vendors: plan.vendors, planDigest: plan.digest, to: sink)
    }
  }

  /// Takes the rows of a bucket, whose levels lie in an arena that the next bucket uses again.
  fileprivate mutating func take(_ scored: inout ScoredThreads) {
    var taken = ScoredThreads()
    taken.outcomes.reserveCapacity(scored.outcomes.count + scored.outcomes.count / 8)
    swap(&taken, &scored)
    for place in taken.outcomes.indices { taken.outcomes[place].levels = arena.keep(taken.outcomes[place].levels) }
    outcomes.append(taken.outcomes)
    followups.append(taken.followups)
  }
}
