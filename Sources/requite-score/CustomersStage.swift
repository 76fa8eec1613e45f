import RequiteCommand
import RequiteDocuments
import RequiteModel
import RequiteScoring

/// The second pass: brings together what the customers of some buckets said and what their threads came to.
struct CustomersStage {
  let out: String
  let buckets: BucketRange
  let outcomes: [String]

  func run() throws {
    let folder = NightFolder(out)
    let plan = try folder.plan()
    let surveys = try folder.facts(of: plan, kind: .surveys)
    let revenue = try folder.facts(of: plan, kind: .revenue)
    let filter = try FactFilter(plan: plan, folder: folder)
    let readers = try outcomes.map { try OutcomeReader(path: $0, planDigest: plan.digest) }
    var tables = StateTables()
    var run = CustomerRun(of: CustomerScorer(plan: plan), into: &tables)
    var (responses, threads, followups) = ([Response](), [Outcome](), [Followup]())
    var table = IdentityTable()
    let arena = FactArena()
    for bucket in buckets.buckets {
      arena.removeAll()
      responses.removeAll(keepingCapacity: true)
      for ledger in surveys { try ledger.appendResponses(of: bucket, to: &responses, arena: arena) }
      filter.keepStanding(&responses, bucket: bucket, with: &table, account: &tables)
      threads.removeAll(keepingCapacity: true)
      followups.removeAll(keepingCapacity: true)
      for reader in readers {
        try reader.read(bucket: bucket, to: arena, outcomes: &threads, followups: &followups)
      }
      var revenues = try revenue.flatMap { try $0.revenues(bucket: bucket) }
      // A night without revenue has no account of it either.
      if !revenue.isEmpty { filter.keepStanding(&revenues, bucket: bucket, with: &table, account: &tables) }
      withExtendedLifetime(arena) {
        run.add(responses: responses, outcomes: threads, followups: followups, revenues: revenues, into: &tables)
      }
    }
    run.finish(into: &tables)
    let state = StateFile(
      planDigest: plan.digest, coverage: StateCoverage(customers: buckets.buckets), tables: tables)
    try AtomicFile.write(state.document, to: "\(folder.states)/customers-\(buckets.label).state", mode: 0o600)
  }
}
