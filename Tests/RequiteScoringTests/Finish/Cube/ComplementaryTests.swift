import RequiteModel
import RequiteScoring
import Testing

/// METHODS B8: what may not be shown because a sum would give it away.
@Suite struct ComplementaryTests {
  /// So many respondents by segment and month (0 is January); at least ten must be in a cell.
  private func shown(_ cells: [(segment: String, month: Int64, people: Int)], periods: [String]? = nil) throws
    -> [String]
  {
    let responses = cells.flatMap { segment, month, people in
      [ResponseSpec].crowd("\(segment)\(month)-", people, at: month * 31 * Night.day) { $0.levels = [segment] }
    }
    let settings = Night.settings {
      ($0.dimensions, $0.suppressionMinimum) = (["segment"], 10)
      $0.periods = cells.contains { $0.month > 0 } ? .month : .none
    }
    return try Night(responses: responses, settings: settings, periods: periods).measures()
      .filter { $0.key.metric == "loyalty.nps" && $0.estimate != nil }
      .map { "\($0.key.level) \($0.key.period)" }
  }

  @Test func theSmallestSiblingGoesWithASingleHiddenLevel() throws {
    #expect(
      try shown([("a", 0, 3), ("b", 0, 30), ("c", 0, 12), ("d", 0, 40)]) == ["* window", "b window", "d window"])
  }

  @Test func amongEqualsTheFirstByItsKeyGoes() throws {
    #expect(
      try shown([("d", 0, 3), ("c", 0, 12), ("b", 0, 12), ("a", 0, 40)]) == ["* window", "a window", "c window"])
  }

  @Test func twoHiddenLevelsProtectEachOther() throws {
    #expect(try shown([("a", 0, 3), ("b", 0, 4), ("c", 0, 12)]) == ["* window", "c window"])
  }

  @Test func aLevelOfNobodyProtectsNobody() throws {
    #expect(try shown([("a", 0, 3), ("b", 0, 0), ("c", 0, 12)]) == ["* window"])
  }

  @Test func aTotalTooSmallHidesItsLevelsToo() throws {
    #expect(try shown([("a", 0, 4), ("b", 0, 5)]).isEmpty)
  }

  /// With January of a goes that of b, with each of them the next month of the same segment.
  @Test func monthsProtectEachOtherAsLevelsDo() throws {
    let cells: [(String, Int64, Int)] = [
      ("a", 0, 3), ("a", 1, 20), ("a", 2, 30), ("b", 0, 25), ("b", 1, 26), ("b", 2, 27), ("c", 0, 40), ("c", 1, 41),
      ("c", 2, 42),
    ]
    let shown = try shown(cells)
    #expect(
      shown.filter { $0.hasSuffix("window") } == ["* window", "a window", "b window", "c window"])
    #expect(shown.filter { $0.hasPrefix("a") } == ["a 2026-03", "a window"])
    #expect(shown.filter { $0.hasPrefix("b") } == ["b 2026-03", "b window"])
    #expect(shown.filter { $0.hasPrefix("c") }.count == 4)
  }

  /// A plan that knows January only: the window less January would be the rest.
  @Test func theTotalGoesOnlyWhereNothingElseIsLeft() throws {
    let cells: [(String, Int64, Int)] = [("a", 0, 3), ("a", 1, 20)]
    #expect(try shown(cells, periods: ["2026-01"]).isEmpty)
    #expect(try shown(cells, periods: ["2026-01", "2026-02"]) == ["* window", "a window"])
  }

  /// Nobody is addressed by what is overheard, so that there is nothing of that channel's answers to hide chat's behind.
  @Test func aChannelWithoutCasesProtectsNoneWithThem() throws {
    let channels = [("chat", 3), ("email", 40), ("overheard", 12), ("phone", 20)]
    let night = Night(
      events: channels.flatMap { [EventSpec].crowd($0, $1, on: $0) },
      settings: Night.settings { $0.suppressionMinimum = 10 })
    let measures = try night.measures()
    func isShown(_ metric: String, _ channel: String) -> Bool {
      measures.find("reciprocity." + metric, dimension: "channel", level: channel)?.estimate != nil
    }
    #expect(channels.map { isShown("named", $0.0) } == [false, true, false, false])
    #expect(isShown("answered", "email") && !isShown("answered", "phone"))
    #expect(measures.find("reciprocity.listening")?.denominator == 12)
  }

  @Test func othersCellsAreNoReasonToHideOnesOwn() throws {
    let small = [ResponseSpec].crowd("s", 3) { $0.instrument = .csat }
    let night = Night(
      responses: .crowd("a", 20) + small, settings: Night.settings { $0.suppressionMinimum = 10 })
    let measures = try night.measures()
    #expect(measures.find("loyalty.csat_top2", dimension: "channel", level: "email")?.reason == .smallCell)
    #expect(measures.find("loyalty.nps", dimension: "channel", level: "email")?.n == 20)
  }
}
