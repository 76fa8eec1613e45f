import RequiteModel

/// The second stage of scoring: brings together what each customer said and what their threads came to.
///
///     CustomerScorer(plan: plan).score(responses: responses, outcomes: outcomes, followups: followups, into: &tables)
///
/// Adds loyalty, components, revenue, diagnostics and the digest of facts to the state. What is added depends on which facts
/// come in, never on their order.
public struct CustomerScorer: Sendable {
  private let plan: Plan
  private let cells: CellPlan
  private let names: NameFingerprints

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
  /// - Complexity: O(*n* log *n*).
  public func score(
    responses: [Response], outcomes: [Outcome], followups: [Followup], revenues: [Revenue] = [],
    into tables: inout StateTables
  ) {
    var passes = CustomerPasses(plan: plan, cells: cells, names: names, from: &tables)
    let customers = CustomerGroups(
      responses: responses, outcomes: outcomes, followups: followups, revenues: revenues)
    for customer in customers { passes.add(customer) }
    passes.finish(into: &tables)
    addConflicts(of: responses, to: &tables)
  }

  private func addConflicts(of responses: [Response], to tables: inout StateTables) {
    var conflicts: [UInt32: Int128] = [:]
    for place in responses.indices where responses[place].conflicts {
      guard let moment = responses[place].at, plan.settings.surveyWindow.contains(moment) else { continue }
      conflicts[responses[place].vendor, default: 0] += 1
    }
    tables.update(.responseConflicts) { tally in
      for (vendor, count) in conflicts { tally.add([count], to: [UInt64(vendor)]) }
    }
  }
}
