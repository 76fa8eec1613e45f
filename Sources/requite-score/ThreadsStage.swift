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
    let ledgers = try folder.ledgers(of: plan, kind: .interactions)
    let filter = try FactFilter(plan: plan, folder: folder)
    let scorer = ThreadScorer(plan: plan)
    var tables = StateTables()
    var outcomes: [Outcome] = []
    var followups: [Followup] = []
    let arena = FactArena()
    for bucket in buckets.buckets {
      var rows: [Interaction] = []
      for ledger in ledgers { rows += try ledger.interactions(bucket: bucket, plan: plan, to: arena) }
      let facts = filter.standing(rows, bucket: bucket, account: &tables)
      let scored = scorer.score(facts, into: &tables)
      outcomes += scored.outcomes
      followups += scored.followups
    }
    let stem = "\(folder.states)/threads-\(buckets.label)"
    let file = try AtomicFile("\(stem).outcomes", mode: 0o600)
    try withExtendedLifetime(arena) {
      try OutcomeFile.write(outcomes, followups, vendors: plan.vendors, planDigest: plan.digest, to: file)
    }
    try file.commit()
    let state = StateFile(
      planDigest: plan.digest, coverage: StateCoverage(threads: buckets.buckets), tables: tables)
    try AtomicFile.write(state.document, to: "\(stem).state", mode: 0o600)
  }
}
