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
    var rows: [Interaction] = []
    var table = IdentityTable()
    let arena = FactArena()
    let outcomeArena = FactArena()
    for bucket in buckets.buckets {
      rows.removeAll(keepingCapacity: true)
      arena.removeAll()
      for ledger in ledgers { try ledger.appendInteractions(of: bucket, to: &rows, arena: arena) }
      filter.keepStanding(&rows, bucket: bucket, with: &table, account: &tables)
      let earlier = pass.scored.outcomes.count
      scorer.score(rows, in: &pass)
      // The levels of outcomes lie with the rows, whose arena the next bucket uses again.
      for place in earlier..<pass.scored.outcomes.count {
        pass.scored.outcomes[place].levels = outcomeArena.keep(pass.scored.outcomes[place].levels)
      }
    }
    pass.addSums(to: &tables)
    try withExtendedLifetime((arena, outcomeArena)) { try write(pass.scored, tables, plan, folder) }
  }

  private func write(_ scored: ScoredThreads, _ tables: StateTables, _ plan: Plan, _ folder: NightFolder) throws {
    let stem = "\(folder.states)/threads-\(buckets.label)"
    let file = try AtomicFile("\(stem).outcomes", mode: 0o600)
    try OutcomeFile.write(
      scored.outcomes, scored.followups, vendors: plan.vendors, planDigest: plan.digest, to: file)
    try file.commit()
    let state = StateFile(
      planDigest: plan.digest, coverage: StateCoverage(threads: buckets.buckets), tables: tables)
    try AtomicFile.write(state.document, to: "\(stem).state", mode: 0o600)
  }
}
