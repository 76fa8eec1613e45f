import RequiteModel
import RequiteScoring
import Testing

private let day = Night.day

@Suite struct DiagnosticsTests {
  private func find(_ metric: String, in events: [EventSpec]) throws -> Measure? {
    try Night(events: events).measures().find("diagnostics." + metric)
  }

  @Test func promisesAreCountedPerHundredThreads() throws {
    let events: [EventSpec] = [
      .asks("1", at: 0), .says("2", at: 1, .promise, due: 5), .says("3", at: 2, .promise, due: 20 * day),
      .asks("4", at: 0).with { $0.thread = "u" },
    ]
    #expect(try find("promises_per_100_threads", in: events)?.estimate == 100)
    #expect(try find("promises_due_later_share", in: events)?.estimate == 0.5)
    #expect(try find("changes_per_100_threads", in: events)?.estimate == 0)
  }

  @Test func valuesAreSummedByConsent() throws {
    let events: [EventSpec] = [
      .asks("1", at: 0, .consent), .says("2", at: 1, .change, value: -2_000_000),
      .says("3", at: 2, .change, value: -500_000), .says("4", at: 3, .change, value: 9_000_000),
    ]
    #expect(try find("changes_consented_value", in: events)?.estimate == 2)
    #expect(try find("changes_imposed_value", in: events)?.estimate == 0.5)
  }

  @Test func robotsAndOrphansAreCounted() throws {
    let events: [EventSpec] = [
      .asks("1", at: 0), .says("2", at: 1, by: "bot:x"), .says("3", at: 2, .change, by: "bot:x"),
      .says("4", at: 3, .fulfilled),
    ]
    #expect(try find("answers_by_robots", in: events)?.estimate == 1)
    #expect(try find("orphan_fulfilments", in: events)?.estimate == 1)
  }

  @Test func aChannelIsCoveredWhenHalfOfItsThreadsAreAnswered() throws {
    var events: [EventSpec] = []
    for (channel, answered, asked) in [("chat", 3, 6), ("email", 2, 5), ("fax", 4, 4)] {
      for place in 0..<asked {
        let thread = channel + String(place)
        events.append(.asks(thread + "q", at: 0, on: channel).with { $0.thread = thread })
        if place < answered { events.append(.says(thread + "a", at: 5, on: channel).with { $0.thread = thread }) }
      }
    }
    let coverage = try #require(try find("channel_coverage", in: events))
    #expect(coverage.estimate == 0.5 && coverage.denominator == 2)
  }

  @Test func theMedianOfThreadsIsOverCustomersWhoOpenedAny() throws {
    let threads = ["ada": 1, "bea": 2, "cyn": 4, "dot": 4]
    let events = threads.keys.sorted().flatMap { name in
      (0..<threads[name]!).map { place in
        EventSpec.asks(name + String(place), at: 0).with { ($0.customer, $0.thread) = (name, name + String(place)) }
      }
    }
    #expect(try find("threads_per_customer_median", in: events)?.estimate == 3)
  }

  @Test func youngThreadsAreNotDiagnosed() throws {
    #expect(
      try find("answers_by_robots", in: [.asks("1", at: 90 * day), .says("2", at: 91 * day, by: "bot:x")]) == nil)
  }

  @Test func conflictsOfAllFactsThatCountAreCounted() throws {
    let asked = EventSpec.asks("1", at: 0)
    let response = ResponseSpec(id: "r", score: 9)
    let early = ResponseSpec(id: "s", score: 9, at: -5)
    let night = Night(
      events: [asked, asked.with { $0.channel = "chat" }],
      responses: [response, response.with { $0.score = 1 }, early, early.with { $0.score = 1 }])
    #expect(try night.measures().find("diagnostics.conflicts")?.estimate == 2)
  }
}
