import RequiteModel
import RequiteScoring
import Testing

private let day = Night.day

@Suite struct ThreadScorerTests {
  private func scored(_ events: [EventSpec], settings: Settings = Night.settings()) -> ScoredThreads {
    let night = Night(events: events, settings: settings)
    var state = StateTables()
    return ThreadScorer(plan: night.plan).score(night.interactions, into: &state)
  }

  @Test(arguments: [
    (at: Int64(-1), outcomes: 0, mature: 0), (at: 0, outcomes: 1, mature: 1),
    (at: 86 * Night.day - 1, outcomes: 1, mature: 1), (at: 86 * Night.day, outcomes: 1, mature: 0),
    (at: 100 * Night.day, outcomes: 1, mature: 0), (at: 100 * Night.day + 1, outcomes: 0, mature: 0),
  ])
  func aThreadTakesPartByItsFirstEvent(at: Int64, outcomes: Int, mature: Int) {
    let result = scored([.asks("1", at: at)]).outcomes
    #expect(result.count == outcomes)
    #expect(result.count { $0.isMature } == mature)
  }

  /// A window may end later than the horizon allows; its last threads are not judged before their horizon has passed.
  @Test func aWindowThatIsStillOpenJudgesItsOlderPart() {
    let settings = Night.settings { $0.eventWindow.to = $0.asOf }
    let events = [EventSpec.asks("1", at: 86 * day), .asks("2", at: 86 * day + 1).with { $0.thread = "u" }]
    #expect(Set(scored(events, settings: settings).outcomes.map(\.isMature)) == [true, false])
  }

  @Test func anImmatureThreadHasNoCounts() {
    let outcome = scored([.asks("1", at: 90 * day), .says("2", at: 90 * day + 1)]).outcomes[0]
    #expect(!outcome.isMature && outcome.isTimed)
    #expect(outcome.counts == ComponentCounts())
  }

  @Test func theFirstEventNamesCustomerAndChannel() {
    let night = Night(events: [
      .says("2", at: 5, on: "chat").with { $0.customer = "bea" }, .asks("1", at: 0, on: "phone"),
    ])
    let outcome = night.outcomes()[0]
    #expect(night.plan.channels[Int(outcome.channel)] == "phone")
    #expect(outcome.customer == night.interactions[1].customer)
    #expect(outcome.openedAt == Instant(seconds: Night.start))
  }

  @Test func threadsOfOneNameBelongToTheirVendors() {
    #expect(scored([.asks("1", at: 0), .asks("1", at: 0).with { $0.vendor = "bolt" }]).outcomes.count == 2)
  }

  /// Forty agents take turns, more than are found by looking, and then some of them come back.
  @Test func agentsAreToldApartByTheOrderInWhichTheyAppear() {
    func digest(_ name: (Int) -> String) -> Hash128 {
      let turns = Array(0..<40) + [3, 30, 39]
      let answers = turns.enumerated().map { EventSpec.says("a\($0)", at: Int64($0 + 1), by: name($1)) }
      return scored([.asks("1", at: 0)] + answers).outcomes[0].digest
    }
    let plain = digest { "agent \($0)" }
    #expect(digest { "other \(39 - $0)" } == plain)
    #expect(digest { $0 == 30 ? "agent 3" : "agent \($0)" } != plain)
    #expect(digest { $0 == 39 ? "agent 38" : "agent \($0)" } != plain)
  }

  @Test func followupsGoToTheCustomerOfTheEvent() {
    let result = scored([.asks("1", at: 0), .says("2", at: 5, .surveyFollowup).with { $0.customer = "bea" }])
    #expect(result.followups.count == 1)
    #expect(result.followups[0].customer != result.outcomes[0].customer)
    #expect(result.followups[0].at == Instant(seconds: Night.start + 5))
  }

  @Test(arguments: [(-1, 0), (0, 1), (100 * Night.day, 1), (100 * Night.day + 1, 0)] as [(Int64, Int)])
  func followupsCountFromTheSurveyWindowToAsOf(at: Int64, count: Int) {
    #expect(scored([.says("1", at: at, .surveyFollowup)]).followups.count == count)
  }

  @Test func onlyTheVendorFollowsUp() {
    #expect(scored([.asks("1", at: 0, .surveyFollowup)]).followups.isEmpty)
  }
}
