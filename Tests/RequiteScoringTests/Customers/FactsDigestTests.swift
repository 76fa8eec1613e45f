import RequiteModel
import RequiteScoring
import Testing

private let day = Night.day

@Suite struct FactsDigestTests {
  private let events: [EventSpec] = [
    .asks("1", at: 0), .says("2", at: 5, by: "ann"), .says("3", at: 9, .promise, by: "bob", due: 99),
    .says("4", at: 9, .surveyFollowup).with { $0.thread = "f" },
  ]
  private let responses = [
    ResponseSpec(id: "r1", account: "one", score: 9, at: 50, stratum: "north"),
    ResponseSpec(id: "r2", customer: "bea", account: "one", score: 9, at: 60),
  ]

  private let revenues = [
    RevenueSpec(year: 2024, amount: 500), RevenueSpec(year: 2025, amount: 700),
    RevenueSpec(customer: "bea", year: 2025, amount: 20, acquiredBy: .earned),
  ]

  private func digest(
    _ events: [EventSpec], _ responses: [ResponseSpec], _ revenues: [RevenueSpec] = [], key: String = "key",
    otherVendors: [String] = []
  ) -> Hash128 {
    let night = Night(
      events: events, responses: responses, revenues: revenues, key: key, otherVendors: otherVendors)
    return factsDigest(of: night.tables())
  }

  private var original: Hash128 { digest(events, responses) }

  @Test func theKeyDoesNotShow() {
    #expect(digest(events, responses, key: "another key") == original)
  }

  @Test func theCodesOfAPlanDoNotShow() {
    #expect(digest(events, responses, otherVendors: ["aaa", "zzz"]) == original)
  }

  @Test func orderDoesNotShow() {
    #expect(digest(events.reversed(), responses.reversed()) == original)
  }

  @Test(
    arguments: [
      { $0.at += 1 }, { $0.channel = "chat" }, { $0.direction = .internal }, { $0.kind = .other }, { $0.agent = "bob" },
      { $0.due = 100 }, { $0.value = 0 }, { $0.id = "2b" }, { $0.thread = "another" }, { $0.vendor = "bolt" },
    ] as [@Sendable (inout EventSpec) -> Void])
  func everyFieldOfAnEventShows(change: @Sendable (inout EventSpec) -> Void) {
    var changed = events
    change(&changed[1])
    #expect(digest(changed, responses) != original)
  }

  @Test(
    arguments: [
      { $0.id = "r9" }, { $0.instrument = .csat }, { $0.scale = "1-10" }, { $0.score = 8 }, { $0.at = 51 },
      { $0.invitedAt = 1 }, { $0.status = .partial }, { $0.weight = 2 }, { $0.stratum = "south" },
      { $0.channel = "sms" },
      { $0.votes = 1 }, { $0.survey = "s" }, { $0.vendor = "bolt" }, { $0.customer = "bea" }, { $0.account = "two" },
    ] as [@Sendable (inout ResponseSpec) -> Void])
  func everyFieldOfAResponseShows(change: @Sendable (inout ResponseSpec) -> Void) {
    var changed = responses
    change(&changed[0])
    #expect(digest(events, changed) != original)
  }

  @Test func onlyWhoIsWhoToTheThreadShowsOfAgents() {
    let renamed = events.map { $0.with { $0.agent = $0.agent == "ann" ? "zoe" : $0.agent } }
    #expect(digest(renamed, responses) == original)
  }

  @Test func factsOutsideTheWindowsDoNotShow() {
    let old = [EventSpec.asks("9", at: -9 * day), .asks("8", at: 101 * day)].map { $0.with { $0.thread = $0.id } }
    #expect(digest(events + old, responses + [ResponseSpec(id: "r0", customer: "old", score: 1, at: -1)]) == original)
  }

  @Test(
    arguments: [
      { $0.amount += 1 }, { $0.year -= 1 }, { $0.acquiredBy = .bought }, { $0.customer = "cyn" },
      { $0.vendor = "bolt" },
    ] as [@Sendable (inout RevenueSpec) -> Void])
  func everyFieldOfRevenueShows(change: @Sendable (inout RevenueSpec) -> Void) {
    var changed = revenues
    change(&changed[0])
    #expect(digest(events, responses, changed) != digest(events, responses, revenues))
  }

  @Test func ofRevenueNeitherKeyNorOrderNorCodesShow() {
    let whole = digest(events, responses, revenues)
    #expect(whole != original)
    #expect(digest(events, responses, revenues.reversed(), key: "another key", otherVendors: ["aaa"]) == whole)
    #expect(digest(events, responses, revenues + revenues) == whole)
  }

  @Test func aFollowupShows() {
    #expect(digest(events.dropLast(), responses) != original)
  }
}
