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
    let surveys = try folder.ledgers(of: plan, kind: .surveys)
    let revenue = try folder.ledgers(of: plan, kind: .revenue)
    let filter = try FactFilter(plan: plan, folder: folder)
    let readers = try outcomes.map { try OutcomeReader(path: $0, planDigest: plan.digest) }
    let scorer = CustomerScorer(plan: plan)
    var tables = StateTables()
    for bucket in buckets.buckets {
      let arena = FactArena()
      var responses: [Response] = []
      for ledger in surveys { responses += try ledger.responses(bucket: bucket, plan: plan, to: arena) }
      var threads: [Outcome] = []
      var followups: [Followup] = []
      for reader in readers {
        let rows = try reader.rows(bucket: bucket, to: arena)
        threads += rows.outcomes
        followups += rows.followups
      }
      var revenues: [Revenue] = []
      for ledger in revenue { revenues += try ledger.revenues(bucket: bucket, plan: plan) }
      // A night without revenue has no account of it either.
      if !revenue.isEmpty { revenues = filter.standing(revenues, bucket: bucket, account: &tables) }
      withExtendedLifetime(arena) {
        scorer.score(
          responses: filter.standing(responses, bucket: bucket, account: &tables), outcomes: threads,
          followups: followups, revenues: revenues, into: &tables)
      }
    }
    let state = StateFile(
      planDigest: plan.digest, coverage: StateCoverage(customers: buckets.buckets), tables: tables)
    try AtomicFile.write(state.document, to: "\(folder.states)/customers-\(buckets.label).state", mode: 0o600)
  }
}
