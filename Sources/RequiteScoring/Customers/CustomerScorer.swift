import RequiteModel

/// The second stage of scoring: brings together what each customer said and what their threads came to.
///
///     CustomerScorer(plan: plan).score(responses: responses, outcomes: outcomes, followups: followups, into: &tables)
///
/// Adds loyalty, components, revenue, diagnostics and the digest of facts to the state. What is added depends on which facts
/// come in, never on their order.
public struct CustomerScorer: Sendable {
  fileprivate let plan: Plan
  fileprivate let cells: CellPlan
  fileprivate let names: NameFingerprints

  /// Prepares for a night.
  public init(plan: Plan) {
    self.plan = plan
    cells = CellPlan(plan: plan)
    names = NameFingerprints(plan: plan)
  }

  /// Scores the customers of one bucket: deduplicated responses and revenue, and outcomes and follow-ups of the first
  /// stage, each in any order, every customer of a vendor with all of theirs.
  ///
  /// Only responses in the survey window count; revenue counts whatever its year.
  ///
  /// - Complexity: O(*n*).
  public func score(
    responses: [Response], outcomes: [Outcome], followups: [Followup], revenues: [Revenue] = [],
    into tables: inout StateTables
  ) {
    var run = CustomerRun(of: self, into: &tables)
    run.add(responses: responses, outcomes: outcomes, followups: followups, revenues: revenues, into: &tables)
    run.finish(into: &tables)
  }
}

/// The customers of several buckets, one after the other: cheaper than to score each bucket alone.
///
///     var run = CustomerRun(of: scorer, into: &tables)
///     for bucket in buckets { run.add(responses: …, outcomes: …, followups: …, into: &tables) }
///     run.finish(into: &tables)
///
/// From the beginning to `finish` some tallies are not in the state.
public struct CustomerRun {
  private var passes: CustomerPasses

  /// Begins to add to `tables`.
  ///
  /// - Parameters:
  ///   - scorer: what is scored by.
  ///   - tables: the sums that grow.
  ///   - standing: what the crosswalk says of a customer; `nil` on a night without one.
  public init(
    of scorer: CustomerScorer, into tables: inout StateTables, standing: ((Pseudonym) -> IdentityStanding)? = nil
  ) {
    passes = CustomerPasses(
      plan: scorer.plan, cells: scorer.cells, names: scorer.names, standing: standing, from: &tables)
  }

  /// Scores the customers of one bucket, as `CustomerScorer.score` does.
  ///
  /// - Complexity: O(*n*).
  public mutating func add(
    responses: [Response], outcomes: [Outcome], followups: [Followup], revenues: [Revenue] = [],
    into tables: inout StateTables
  ) {
    CustomerGroups(responses: responses, outcomes: outcomes, followups: followups, revenues: revenues)
      .forEach { passes.add($0) }
    passes.endBucket(into: &tables)
  }

  /// Moves everything to `tables`.
  public mutating func finish(into tables: inout StateTables) {
    passes.finish(into: &tables)
  }
}
