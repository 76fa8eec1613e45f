import RequiteModel
import RequiteScoring
import RequiteStatistics
import Testing

@Suite struct MeasuresTests {
  @Test func aVendorWithoutFactsSaysWhatIsMissing() throws {
    let measures = try Night(otherVendors: ["quiet"]).measures()
    let expected =
      ["first_answer.median_seconds", "loyalty.nps", "reciprocity.index", "reciprocity.index_arithmetic"]
      + ["reciprocity.index_harmonic"] + RequiteModel.Pillar.allCases.map { "reciprocity." + $0.rawValue }
      + Component.allCases.map { "reciprocity." + $0.rawValue }
    #expect(measures.map(\.key.metric) == expected.sorted())
    #expect(measures.allSatisfy { $0.estimate == nil && $0.n == 0 && $0.reason == .noData })
  }

  @Test func rowsAreSortedAndDistinct() throws {
    let measures = try RandomFacts(seed: 3).night().measures()
    #expect(measures.count > 100)
    #expect(zip(measures, measures.dropFirst()).allSatisfy { $0.key < $1.key })
  }

  @Test func everyMissingNumberHasAReason() throws {
    for measure in try RandomFacts(seed: 4).night().measures() {
      #expect(measure.estimate != nil || measure.reason != nil, "\(measure.key)")
    }
  }

  @Test func aComponentWithTooFewCasesShowsHowMany() throws {
    let night = Night(
      events: [.asks("1", at: 0), .says("2", at: 9)], settings: Night.settings { $0.minimumDenominator = 2 })
    let answered = try #require(night.measures().find("reciprocity.answered"))
    #expect(answered.estimate == nil && answered.reason == .denominatorTooSmall)
    #expect(answered.numerator == 1 && answered.denominator == 1)
  }

  @Test func anEmptyPillarLeavesNoIndex() throws {
    let index = try #require(Night(events: [.says("1", at: 0, by: "ann")]).measures().find("reciprocity.index"))
    #expect(index.estimate == nil && index.reason == .pillarEmpty)
  }

  @Test func componentsWithoutCasesAreLeftOutOfLevels() throws {
    let measures = try Night(events: [.asks("1", at: 0), .says("2", at: 9)]).measures()
    #expect(measures.find("reciprocity.listening")?.reason == .noData)
    #expect(measures.find("reciprocity.listening", dimension: "channel", level: "email") == nil)
    #expect(measures.find("reciprocity.answered", dimension: "channel", level: "email")?.estimate == 1)
  }

  @Test func aThreadBelongsToTheMonthInWhichItOpened() throws {
    let night = Night(
      events: [.asks("1", at: 31 * Night.day - 1), .says("2", at: 31 * Night.day)],
      settings: Night.settings { $0.periods = .month }, periods: ["2026-01", "2026-02"])
    let measures = try night.measures()
    #expect(measures.find("reciprocity.answered", period: "2026-01")?.numerator == 1)
    #expect(measures.find("reciprocity.answered", period: "2026-02") == nil)
  }

  @Test func weightsThatMakeNoIndexAreAFailure() {
    let night = Night(settings: Night.settings { $0.leafWeights = Array(repeating: 0, count: 10) }, otherVendors: ["a"])
    #expect(throws: FinishFailure.indexDesign(.noWeight)) { try night.measures() }
  }
}
