import RequiteModel

/// The second stage of scoring: brings together what each customer said and what their threads came to.
///
///     CustomerScorer(plan: plan).score(responses: responses, outcomes: outcomes, followups: followups, into: &tables)
///
/// Adds loyalty, components, diagnostics and the digest of facts to the state. What is added depends on which facts
/// come in, never on their order.
public struct CustomerScorer: Sendable {
  private let settings: Settings
  private let cells: CellPlan
  private let names: NameFingerprints

  /// Prepares for a night.
  public init(plan: Plan) {
    settings = plan.settings
    cells = CellPlan(plan: plan)
    names = NameFingerprints(plan: plan)
  }

  /// Scores the customers of one bucket: deduplicated responses, and outcomes and follow-ups of the first stage, each
  /// in any order, every customer of a vendor with all of theirs.
  ///
  /// Only responses in the survey window count.
  ///
  /// - Complexity: O(*n* log *n*).
  public func score(
    responses: [Response], outcomes: [Outcome], followups: [Followup], into tables: inout StateTables
  ) {
    var loyalty = LoyaltyPass(cells: cells)
    var components = ComponentPass(cells: cells, settings: settings)
    var digest = DigestPass(names: names, window: settings.surveyWindow)
    for customer in CustomerGroups(responses: responses, outcomes: outcomes, followups: followups) {
      let latest = LatestResponses(of: customer.responses, window: settings.surveyWindow, cells: cells)
      for standing in latest.standing { loyalty.add(standing) }
      components.add(customer, standing: latest.standing)
      digest.add(customer)
    }
    loyalty.finish(into: &tables)
    components.finish(into: &tables)
    digest.finish(into: &tables)
    addConflicts(of: responses, to: &tables)
  }

  private func addConflicts(of responses: [Response], to tables: inout StateTables) {
    var conflicts: [UInt32: Int128] = [:]
    for place in responses.indices where responses[place].conflicts {
      guard let moment = responses[place].at, settings.surveyWindow.contains(moment) else { continue }
      conflicts[responses[place].vendor, default: 0] += 1
    }
    tables.update(.responseConflicts) { tally in
      for (vendor, count) in conflicts { tally.add([count], to: [UInt64(vendor)]) }
    }
  }
}
