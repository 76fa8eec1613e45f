import RequiteModel
import RequiteScoring
import Testing

@Suite struct CustomerRunTests {
  /// What each bucket of a run adds, and what stays in it until the end, come to what one bucket of all gives.
  @Test(arguments: [1, 2, 5, 50])
  func bucketsInARunAddUpToTheWhole(parts: Int) {
    let night = RandomFacts(seed: 5).night()
    let outcomes = night.outcomes()
    let responses = deduplicated(night.responses).kept
    let scorer = CustomerScorer(plan: night.plan)
    var whole = StateTables()
    scorer.score(responses: responses, outcomes: outcomes, followups: [], into: &whole)
    var tables = StateTables()
    var run = CustomerRun(of: scorer, into: &tables)
    for part in 0..<parts {
      run.add(
        responses: responses.filter { Int($0.customer.low >> 32) % parts == part },
        outcomes: outcomes.filter { Int($0.customer.low >> 32) % parts == part }, followups: [], into: &tables)
    }
    run.finish(into: &tables)
    #expect(tables == whole)
  }
}
