import RequiteModel
import RequiteScoring
import Testing

/// What a reader must know before taking a number at its word.
@Suite struct WindowDiagnosticsTests {
  private func find(_ metric: String, _ night: Night) throws -> Double? {
    try night.measures().find("diagnostics." + metric)?.estimate
  }

  /// The event window ends at 86 days; its last threads are judged 14 days later, its curves end 30 days later.
  @Test(arguments: [(100, 0, 1), (99, 1, 1), (115, 0, 1), (116, 0, 0)] as [(Int64, Double, Double)])
  func aWindowIsOpenUntilItsLastThreadIsJudged(asOf: Int64, window: Double, curves: Double) throws {
    let settings = Night.settings {
      $0.eventWindow.to = Instant(seconds: Night.start + 86 * Night.day)
      $0.asOf = Instant(seconds: Night.start + asOf * Night.day)
    }
    let night = Night(events: .crowd("a", 1), settings: settings)
    #expect(try find("window_open", night) == window)
    #expect(try find("curves_open", night) == curves)
  }

  /// A question, answered and resolved, has five components of ten.
  @Test func componentsWithoutACaseAreMissing() throws {
    let night = Night(events: .crowd("a", 1))
    #expect(try find("components_missing", night) == 5)
    #expect(try find("components_at_floor", night) == 0)
  }

  @Test func componentsWithoutWeightAreNotMissed() throws {
    let settings = Night.settings { $0.leafWeights = [1, 0, 0, 1, 0, 0, 1, 0, 0, 0] }
    #expect(try find("components_missing", Night(events: .crowd("a", 1), settings: settings)) == 0)
  }

  @Test func whatNeverWentWellIsAtTheFloor() throws {
    // Answered, prompt and resolved.
    #expect(try find("components_at_floor", Night(events: .crowd("a", 3, answeredAfter: nil))) == 3)
  }

  @Test func strataOfOneClusterAreCounted() throws {
    let responses =
      [ResponseSpec].crowd("a", 3) { $0.stratum = "north" } + [ResponseSpec].crowd("b", 1) { $0.stratum = "isle" }
      + [ResponseSpec].crowd("c", 4) { ($0.stratum, $0.account) = ("south", "one") }
    #expect(try find("lonely_strata", Night(responses: responses)) == 2)
  }

  @Test func withoutThreadsThereIsNoWindowToBeOpen() throws {
    let measures = try Night(responses: .crowd("a", 3)).measures()
    #expect(measures.find("diagnostics.window_open") == nil)
    #expect(measures.find("diagnostics.lonely_strata")?.estimate == 0)
  }
}
