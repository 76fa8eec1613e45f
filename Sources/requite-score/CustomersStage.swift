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
    let ledgers = try folder.ledgers(of: plan, kind: .surveys)
    let filter = try FactFilter(plan: plan, folder: folder)
    let readers = try outcomes.map { try OutcomeReader(path: $0, planDigest: plan.digest) }
    let scorer = CustomerScorer(plan: plan)
    var tables = StateTables()
    for bucket in buckets.buckets {
      var responses: [Response] = []
      for ledger in ledgers { responses += try ledger.responses(bucket: bucket, plan: plan) }
      var threads: [Outcome] = []
      var followups: [Followup] = []
      for reader in readers {
        let rows = try reader.rows(bucket: bucket)
        threads += rows.outcomes
        followups += rows.followups
      }
      let facts = filter.standing(responses, bucket: bucket, account: &tables)
      scorer.score(responses: facts, outcomes: threads, followups: followups, into: &tables)
    }
    let state = StateFile(
      planDigest: plan.digest, coverage: StateCoverage(customers: buckets.buckets), tables: tables)
    try AtomicFile.write(state.document, to: "\(folder.states)/customers-\(buckets.label).state", mode: 0o600)
  }
}
