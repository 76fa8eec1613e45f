import RequiteCommand
import RequiteDocuments
import RequiteModel
import RequiteScoring

/// The first pass: judges the threads of some buckets, one bucket at a time.
struct ThreadsStage {
  let out: String
  let buckets: BucketRange

  func run() throws {
    let folder = NightFolder(out)
    let plan = try folder.plan()
    let ledgers = try folder.facts(of: plan, kind: .interactions)
    let filter = try FactFilter(plan: plan, folder: folder)
    let scorer = ThreadScorer(plan: plan)
    var tables = StateTables()
    var pass = scorer.begin()
    var scored = Scored()
    var rows: [Interaction] = []
    var table = IdentityTable()
    let arena = FactArena()
    for bucket in buckets.buckets {
      rows.removeAll(keepingCapacity: true)
      arena.removeAll()
      for ledger in ledgers { try ledger.appendInteractions(of: bucket, to: &rows, arena: arena) }
      filter.keepStanding(&rows, bucket: bucket, with: &table, account: &tables)
      scorer.score(rows, in: &pass)
      scored.take(&pass.scored)
    }
    pass.addSums(to: &tables)
    try withExtendedLifetime(arena) { try write(scored, tables, plan, folder) }
  }

  private func write(_ scored: Scored, _ tables: StateTables, _ plan: Plan, _ folder: NightFolder) throws {
    let stem = "\(folder.states)/threads-\(buckets.label)"
    let file = try AtomicFile("\(stem).outcomes", mode: 0o600)
    try withExtendedLifetime(scored) {
      try OutcomeFile.write(
        parts: scored.outcomes, scored.followups, vendors: plan.vendors, planDigest: plan.digest, to: file)
    }
    try file.commit()
    let state = StateFile(
      planDigest: plan.digest, coverage: StateCoverage(threads: buckets.buckets), tables: tables)
    try AtomicFile.write(state.document, to: "\(stem).state", mode: 0o600)
  }
}

/// What the buckets left until it is written: a part for each, so that nothing is ever copied to grow.
private struct Scored {
  private(set) var outcomes: [[Outcome]] = []
  private(set) var followups: [[Followup]] = []
  private let arena = FactArena()

  /// Takes the rows of a bucket, whose levels lie in an arena that the next bucket uses again.
  mutating func take(_ scored: inout ScoredThreads) {
    var taken = ScoredThreads()
    taken.outcomes.reserveCapacity(scored.outcomes.count + scored.outcomes.count / 8)
    swap(&taken, &scored)
    for place in taken.outcomes.indices { taken.outcomes[place].levels = arena.keep(taken.outcomes[place].levels) }
    outcomes.append(taken.outcomes)
    followups.append(taken.followups)
  }
}
