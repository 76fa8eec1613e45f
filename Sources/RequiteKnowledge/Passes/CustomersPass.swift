import RequiteDocuments
import RequiteModel
import RequiteScoring

/// The second pass: brings together what the customers of some buckets said and what their threads came to.
public struct CustomersPass {
  private let knowledge: Knowledge
  private let buckets: Range<Int>
  private let outcomes: [OutcomeReader]

  /// Prepares to score the customers of `buckets`.
  ///
  /// - Parameters:
  ///   - knowledge: the facts.
  ///   - buckets: whose customers are scored.
  ///   - outcomes: what all threads came to, of every bucket.
  public init(_ knowledge: Knowledge, buckets: Range<Int>, outcomes: [OutcomeReader]) {
    self.knowledge = knowledge
    self.buckets = buckets
    self.outcomes = outcomes
  }

  /// Scores them, one bucket at a time; memory is bounded by the largest.
  ///
  /// - Parameter finished: is called after each bucket.
  public func run(_ finished: () -> Void = {}) throws -> StateFile {
    let plan = knowledge.plan
    let surveys = try knowledge.facts(of: .surveys)
    let revenue = try knowledge.facts(of: .revenue)
    let filter = try FactFilter(knowledge)
    var tables = StateTables()
    let links = try knowledge.links()
    let standing = links.map { links in { (id: Pseudonym) in links.standing(of: id) } }
    var run = CustomerRun(of: CustomerScorer(plan: plan), into: &tables, standing: standing)
    var (responses, threads, followups) = ([Response](), [Outcome](), [Followup]())
    var table = IdentityTable()
    let arena = FactArena()
    for bucket in buckets {
      arena.removeAll()
      responses.removeAll(keepingCapacity: true)
      for ledger in surveys { try ledger.appendResponses(of: bucket, to: &responses, arena: arena) }
      filter.keepStanding(&responses, bucket: bucket, with: &table, account: &tables)
      threads.removeAll(keepingCapacity: true)
      followups.removeAll(keepingCapacity: true)
      for reader in outcomes {
        try reader.read(bucket: bucket, to: arena, outcomes: &threads, followups: &followups)
      }
      var revenues = try revenue.flatMap { try $0.revenues(bucket: bucket) }
      // A night without revenue has no account of it either.
      if !revenue.isEmpty { filter.keepStanding(&revenues, bucket: bucket, with: &table, account: &tables) }
      withExtendedLifetime(arena) {
        run.add(responses: responses, outcomes: threads, followups: followups, revenues: revenues, into: &tables)
      }
      finished()
    }
    run.finish(into: &tables)
    return StateFile(planDigest: plan.digest, coverage: StateCoverage(customers: buckets), tables: tables)
  }
}
