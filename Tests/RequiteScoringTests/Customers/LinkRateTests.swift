import RequiteModel
import RequiteScoring
import Testing

/// How many customers a crosswalk knows, source by source.
@Suite struct LinkRateTests {
  private let night = Night(
    events: ["ada", "ada", "di"].enumerated().map { place, customer in
      EventSpec.asks("q\(place)", at: 0).with {
        $0.thread = "t\(place)"
        $0.customer = customer
      }
    } + [EventSpec.asks("late", at: 95 * Night.day).with { $0.customer = "ed" }],
    responses: [
      ResponseSpec(id: "a", customer: "ada", score: 9), ResponseSpec(id: "b", customer: "bo", score: 9),
      ResponseSpec(id: "c", customer: "cy", score: 9), ResponseSpec(id: "d", customer: "bo", score: 8, at: 5),
      ResponseSpec(id: "e", customer: "fi", score: nil, at: nil, invitedAt: 5, status: .invited),
      ResponseSpec(id: "f", customer: "greta", instrument: .enps, score: 9),
    ])

  /// The pseudonym of a customer who answered.
  private func id(_ response: String) -> Pseudonym {
    night.responses[["a": 0, "b": 1, "c": 2][response]!].customer
  }

  private func tables(_ standing: ((Pseudonym) -> IdentityStanding)?) -> StateTables {
    var tables = StateTables()
    let scored = ThreadScorer(plan: night.plan).score(night.interactions, into: &tables)
    var run = CustomerRun(of: CustomerScorer(plan: night.plan), into: &tables, standing: standing)
    run.add(responses: night.responses, outcomes: scored.outcomes, followups: scored.followups, into: &tables)
    run.finish(into: &tables)
    return tables
  }

  @Test func customersAreCountedWhereTheyAreMet() throws {
    let (ada, cy) = (id("a"), id("c"))
    let measures = try RequiteScoring.measures(
      of: tables { $0 == ada ? .linked : $0 == cy ? .disputed : .unknown }, plan: night.plan)
    // Ada, Bo and Cy answered; whoever was only invited, and employees, did not.
    let surveys = try #require(measures.find("diagnostics.link_rate_surveys"))
    #expect(surveys.numerator == 1 && surveys.denominator == 3 && surveys.n == 3)
    // Ada and Di wrote; what Ed wrote is not mature.
    let interactions = try #require(measures.find("diagnostics.link_rate_interactions"))
    #expect(interactions.numerator == 1 && interactions.denominator == 2)
    let disputed = try #require(measures.find("diagnostics.link_conflicts"))
    #expect(disputed.estimate == 1 && disputed.n == 4)
  }

  @Test func withoutACrosswalkNothingIsSaid() throws {
    let measures = try RequiteScoring.measures(of: tables(nil), plan: night.plan)
    #expect(!measures.contains { $0.key.metric.hasPrefix("diagnostics.link_") })
  }

  @Test func theDigestKnowsWhatTheCrosswalkSays() {
    let ada = id("a")
    let digests = [
      factsDigest(of: tables(nil)), factsDigest(of: tables { _ in .unknown }),
      factsDigest(of: tables { $0 == ada ? .linked : .unknown }),
      factsDigest(of: tables { $0 == ada ? .disputed : .unknown }),
    ]
    #expect(Set(digests).count == 4)
    #expect(digests[0] == factsDigest(of: night.tables()))
  }
}
