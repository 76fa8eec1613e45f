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
    let filter = try FactFilter(knowledge)
    var responses = try StandingFacts<Response>(knowledge, filter: filter)
    var revenue = try StandingFacts<Revenue>(knowledge, filter: filter)
    var tables = StateTables()
    let links = try knowledge.links()
    let standing = links.map { links in { (id: Pseudonym) in links.standing(of: id) } }
    var run = CustomerRun(of: CustomerScorer(plan: plan), into: &tables, standing: standing)
    var (threads, followups) = ([Outcome](), [Followup]())
    let arena = FactArena()
    for bucket in buckets {
      arena.removeAll()
      try responses.read(bucket: bucket, arena: arena, account: &tables)
      threads.removeAll(keepingCapacity: true)
      followups.removeAll(keepingCapacity: true)
      for reader in outcomes {
        try reader.read(bucket: bucket, to: arena, outcomes: &threads, followups: &followups)
      }
      // A night without revenue has no account of it either.
      if !revenue.isEmpty { try revenue.read(bucket: bucket, arena: arena, account: &tables) }
      withExtendedLifetime(arena) {
        run.add(
          responses: responses.rows, outcomes: threads, followups: followups, revenues: revenue.rows, into: &tables)
      }
      finished()
    }
    run.finish(into: &tables)
    return StateFile(planDigest: plan.digest, coverage: StateCoverage(customers: buckets), tables: tables)
  }
}
