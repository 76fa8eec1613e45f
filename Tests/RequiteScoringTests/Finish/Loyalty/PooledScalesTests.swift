import RequiteModel
import RequiteScoring
import Testing

/// What the settings may decide about scales: whether they count together, and where they are cut.
@Suite struct PooledScalesTests {
  private let responses =
    [ResponseSpec].crowd("a", 3) + [ResponseSpec].crowd("b", 2, score: 1) { $0.scale = "1-5" }

  private func measures(_ responses: [ResponseSpec], _ change: (inout Settings) -> Void) throws -> [Measure] {
    try Night(responses: responses, settings: Night.settings(change)).measures()
  }

  @Test func pooledScalesCountByTheirCategories() throws {
    let measures = try measures(responses) { $0.poolsScales = true }
    #expect(measures.find("loyalty.nps")?.estimate == 20 && measures.find("loyalty.nps")?.n == 5)
    #expect(measures.find("loyalty.nps_weighted")?.denominator == 5)
    #expect(measures.find("diagnostics.mixed_scales")?.estimate == 2)
    #expect(measures.find("diagnostics.other_scales")?.estimate == 0)
  }

  @Test func scoresOfSeveralScalesHaveNoMean() throws {
    #expect(try measures(responses) { $0.poolsScales = true }.find("loyalty.mean_score") == nil)
    let satisfied = responses.map { $0.with { $0.instrument = .csat } }
    let measures = try measures(satisfied) { $0.poolsScales = true }
    #expect(measures.find("loyalty.csat_mean") == nil)
    #expect(measures.find("loyalty.csat_top2")?.estimate == 0.6)
  }

  @Test func oneScalePooledIsThatScale() throws {
    let measures = try measures(Array(responses.prefix(3))) { $0.poolsScales = true }
    #expect(measures.find("loyalty.mean_score")?.estimate == 10)
    #expect(measures.find("diagnostics.mixed_scales")?.estimate == 0)
  }

  @Test func withoutPoolingNothingIsMixed() throws {
    let measures = try measures(responses) { _ in }
    #expect(measures.find("diagnostics.mixed_scales")?.estimate == 0)
    #expect(measures.find("diagnostics.other_scales")?.estimate == 2)
  }

  @Test func everyPartOfTheNightPools() throws {
    let months = responses + responses.again("x") { $0.at = 40 * Night.day }
    let night = Night(
      events: responses.flatMap { [EventSpec].thread(of: $0.customer) }, responses: months,
      settings: Night.settings {
        ($0.poolsScales, $0.periods) = (true, .month)
        $0.raking.margins = [.init(name: "channel", shares: [.init(level: "email", billionths: 1_000_000_000)])]
      })
    let measures = try night.measures()
    #expect(measures.find("balance.mutual")?.n == 5)
    #expect(measures.find("loyalty.nps_raked")?.n == 5)
    #expect(measures.find("loyalty.change", period: "2026-02")?.estimate == 0)
  }

  @Test func ownCutsReplaceTheTable() throws {
    let fives = (1...5).flatMap { [ResponseSpec].crowd("s\($0)", 1, score: Int32($0)) { $0.scale = "1-5" } }
    func counts(_ change: (inout Settings) -> Void) throws -> [Double?] {
      let measures = try measures(fives, change)
      return ["promoters", "passives", "detractors"].map { measures.find("loyalty." + $0)?.estimate }
    }
    #expect(try counts { _ in } == [1, 1, 3])
    let cuts = CategoryCuts(greatestDetractor: 2, leastPromoter: 4)
    #expect(try counts { $0.categoryCuts = [ScoreScale("1-5")!: cuts] } == [2, 1, 2])
    #expect(try counts { $0.categoryCuts = [ScoreScale("0-10")!: cuts] } == [1, 1, 3])
  }

  @Test func whoIsADetractorByOwnCutsIsOneToTheClosedLoop() throws {
    let three = [ResponseSpec(id: "r", scale: "1-5", score: 3)]
    #expect(try measures(three) { _ in }.find("reciprocity.closed_loop")?.denominator == 1)
    let cuts = CategoryCuts(greatestDetractor: 2, leastPromoter: 4)
    let loop = try measures(three) { $0.categoryCuts = [ScoreScale("1-5")!: cuts] }.find("reciprocity.closed_loop")
    #expect(loop?.denominator == 0)
  }
}
