import RequiteModel
import RequiteScoring
import Testing

@Suite struct ReconcilerTests {
  private func steps(
    _ preset: String, _ figure: CountingPreset.Figure, events: [EventSpec] = [], responses: [ResponseSpec] = [],
    settings: Settings = Night.settings()
  ) throws -> [Reconciliation.Step] {
    let night = Night(events: events, responses: responses, settings: settings)
    var reconciler = Reconciler(try #require(CountingPreset(named: preset)), plan: night.plan)
    reconciler.add(night.responses)
    reconciler.add(night.interactions)
    return reconciler.reconciliations.first { $0.figure == figure }?.steps ?? []
  }

  private func step(_ rule: CountingRule?, _ value: Double?, _ cases: Int64) -> Reconciliation.Step {
    Reconciliation.Step(rule: rule, value: value, cases: cases)
  }

  /// A thread of a name: a question at 0 and what follows.
  private func thread(_ name: String, _ events: [EventSpec]) -> [EventSpec] {
    events.enumerated().map { place, event in
      event.with {
        $0.id = "\(name)-\(place)"
        $0.thread = name
      }
    }
  }

  @Test func everyPresetHasANameAndLeadsFromOursToTheirs() {
    #expect(CountingPreset.all.map(\.name) == CountingPreset.all.map(\.name).sorted())
    #expect(Set(CountingPreset.all.map(\.name)).count == CountingPreset.all.count)
    for preset in CountingPreset.all {
      #expect(CountingPreset(named: preset.name) == preset)
      #expect(!preset.rules.isEmpty && preset.rules.values.allSatisfy { Set($0).count == $0.count && !$0.isEmpty })
    }
    #expect(CountingPreset(named: "Zendesk") == nil)
    #expect(Set(CountingRule.allCases.map(\.text)).count == CountingRule.allCases.count)
  }

  @Test func denominatorsOfScores() throws {
    let answers = [
      ResponseSpec(id: "a", customer: "ada", score: 3, at: 10),
      ResponseSpec(id: "b", customer: "ada", score: 10, at: 20),
      ResponseSpec(id: "c", customer: "bo", score: 9, at: 5), ResponseSpec(id: "d", customer: "cy", score: 8, at: 5),
      ResponseSpec(id: "e", customer: "di", score: nil, at: 5, status: .noScore),
      ResponseSpec(id: "f", customer: "ed", score: nil, at: 5, status: .partial),
      ResponseSpec(id: "g", customer: "fi", score: nil, at: nil, invitedAt: 5, status: .invited),
      ResponseSpec(id: "h", customer: "gu", instrument: .csat, scale: "1-5", score: 1, at: 5),
    ]
    // Ada counts with her second answer; with every answer there is one detractor among four; two gave no score.
    #expect(
      try steps("formbricks", .netPromoterScore, responses: answers) == [
        step(nil, 100 * 2 / 3.0, 0), step(.everyAnswer, 25, 1), step(.silentCount, 100 / 6.0, 2),
      ])
    #expect(
      try steps("r-nps", .netPromoterScore, responses: Array(answers.dropFirst())) == [
        step(nil, 100 * 2 / 3.0, 0), step(.everyAnswer, 100 * 2 / 3.0, 0),
      ])
    #expect(
      try steps("delighted", .netPromoterScore, responses: Array(answers.dropFirst())).last
        == step(.wholePoints, 67, 1))
    // The first step is what a report publishes.
    let published = try Night(responses: answers).measures().find("loyalty.nps")
    #expect(abs((published?.estimate ?? 0) - 100 * 2 / 3.0) < 1e-9)
  }

  @Test func firstReplies() throws {
    let events =
      thread("t1", [.asks("", at: 0), .says("", at: 30, by: "bot:mail"), .says("", at: 100)])
      + thread("t2", [.asks("", at: 0), .says("", at: 300, .promise), .says("", at: 400)])
      + thread("t3", [.asks("", at: 0)])
      + thread("t4", [.says("", at: 0), .asks("", at: 50), .says("", at: 60)])
      + thread("t5", [.asks("", at: 0, on: "overheard"), .says("", at: 10)])
    #expect(
      try steps("zendesk", .firstReply, events: events) == [
        step(nil, 300, 0),  // of t1, t2 and t3: two of three are answered within 300 s
        step(.everyChannel, 100, 1), step(.vendorOpened, 100, 1), step(.answeredOnly, 80, 1),
        step(.messagesOnly, 80, 1),
      ])
    let published = try Night(events: events).measures().find("first_answer.median_seconds")
    #expect(published?.estimate == 300)
  }

  @Test func whatTheCapLeavesOutProductsCount() throws {
    let late = thread("t", [.asks("", at: 0), .says("", at: 40 * 86_400)])
    #expect(
      try steps("chatwoot", .firstReply, events: late) == [
        step(nil, nil, 0), step(.everyChannel, nil, 0), step(.answeredOnly, 3_456_000, 1),
        step(.messagesOnly, 3_456_000, 0),
      ])
  }

  @Test func reopenings() throws {
    let opened = [EventSpec.asks("", at: 0), .says("", at: 10, .resolved)]
    let events =
      thread("t1", opened + [.asks("", at: 20), .asks("", at: 21), .says("", at: 30, .reopened)])
      + thread("t2", opened + [.asks("", at: 20, .reopened), .says("", at: 30, .resolved), .asks("", at: 40)])
      + thread("t3", opened + [.says("", at: 20, .resolved)])
      + thread("t4", opened)
      + thread("t5", [.asks("", at: 0), .asks("", at: 5)])
    // Once in t1 and twice in t2; the statuses are one each, of which an agent set the first.
    #expect(try steps("zendesk", .reopens, events: events) == [step(nil, 3, 0), step(.statusOnly, 2, 1)])
    #expect(
      try steps("dbt-intercom", .reopens, events: events) == [
        step(nil, 3, 0), step(.statusOnly, 2, 1), step(.agentOnly, 1, 1),
      ])
    // t2 and t3 were resolved twice.
    #expect(
      try steps("dbt-zendesk", .reopens, events: events) == [
        step(nil, 3, 0), step(.statusOnly, 2, 1), step(.resolvedAgain, 2, 2),
      ])
  }

  @Test func withoutCasesThereIsNothingToReconcile() throws {
    #expect(try steps("zendesk", .firstReply).isEmpty)
    #expect(try steps("r-nps", .netPromoterScore, events: [.asks("a", at: 0)]).isEmpty)
  }
}
