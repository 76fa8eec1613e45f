import RequiteModel
import RequiteScoring
import Testing

@Suite struct IndexChangeTests {
  /// METHODS B12: the parts of the components are the whole change.
  @Test(arguments: [RandomFacts(seed: 3).night(), SmallCells(seed: 1).night])
  func effectsSumToTheChange(night: Night) throws {
    let night = night.with { $0.suppressionMinimum = 0 }
    let measures = try night.measures()
    let changes = measures.all("reciprocity.change")
    #expect(!changes.isEmpty)
    for change in changes {
      let (vendor, period) = (change.key.vendor, change.key.period)
      let before = night.plan.periods[night.plan.periods.firstIndex(of: period)! - 1]
      let index = [before, period].map { measures.find("reciprocity.index", vendor: vendor, period: $0)!.estimate! }
      #expect(abs(change.estimate! - (index[1] - index[0])) < 1e-9)
      let effects = Component.allCases.map {
        measures.find("reciprocity.\($0.rawValue)_effect", vendor: vendor, period: period)!.estimate!
      }
      #expect(abs(effects.reduce(0, +) - change.estimate!) < 1e-9)
    }
  }

  private func measures(_ events: [EventSpec], minimum: Int64 = 0) throws -> [Measure] {
    try Night(
      events: events, settings: Night.settings { ($0.periods, $0.suppressionMinimum) = (.month, minimum) }
    ).measures()
  }

  @Test func oneComponentThatMovesIsTheWholeChange() throws {
    let events =
      [EventSpec].crowd("a", 4) + .crowd("b", 2, at: 40 * Night.day)
      + .crowd("c", 2, at: 41 * Night.day, isResolved: false)
    let measures = try measures(events)
    let change = try #require(measures.find("reciprocity.change", period: "2026-02"))
    #expect(change.n == 4 && change.estimate! < 0)
    #expect(isClose(measures.find("reciprocity.resolved_effect", period: "2026-02")?.estimate, change.estimate))
    #expect(measures.find("reciprocity.prompt_effect", period: "2026-02")?.estimate == 0)
  }

  @Test func withoutAnIndexBeforeThereIsNoChange() throws {
    let onlyAsked = [EventSpec].crowd("a", 4, answeredAfter: nil)
    #expect(try measures(.crowd("b", 4, at: 40 * Night.day)).all("reciprocity.change").isEmpty)
    #expect(try measures(onlyAsked + .crowd("b", 4, at: 70 * Night.day)).all("reciprocity.change").isEmpty)
  }

  @Test func aHiddenMonthHidesTheChange() throws {
    let measures = try measures(.crowd("a", 20) + .crowd("b", 3, at: 40 * Night.day), minimum: 10)
    for metric in ["reciprocity.change", "reciprocity.answered_effect"] {
      #expect(measures.find(metric, period: "2026-02")?.reason == .smallCell)
    }
  }
}
