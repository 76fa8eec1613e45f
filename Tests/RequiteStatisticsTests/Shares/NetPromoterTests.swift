import RequiteStatistics
import Testing

@Suite struct NetPromoterTests {
  @Test func nobodyGivesNoScore() {
    let score = NetPromoter(promoters: 0, passives: 0, detractors: 0)
    #expect(score.estimate == nil && score.unitVariance == nil && score.standardError == nil)
    #expect(score.waldInterval == nil && score.adjustedWaldInterval == nil && score.scoreInterval == nil)
    #expect(score.reason == .noData)
  }

  @Test(
    arguments: [(6, 0, 0, 1), (0, 3, 0, 0), (0, 0, 2, -1), (1, 0, 0, 1)] as [(Int64, Int64, Int64, Double)])
  func unanimityHasNoVarianceButAnHonestInterval(pro: Int64, pas: Int64, det: Int64, estimate: Double) throws {
    let score = NetPromoter(promoters: pro, passives: pas, detractors: det)
    #expect(score.estimate == estimate && score.standardError == 0 && score.reason == .zeroVariance)
    #expect(score.waldInterval == Interval(low: estimate, high: estimate))
    let adjusted = try #require(score.adjustedWaldInterval)
    #expect(adjusted.high - adjusted.low > 0.5)
  }

  @Test func mirroredCountsMirrorEverything() throws {
    let score = NetPromoter(promoters: 11, passives: 5, detractors: 2)
    let mirror = NetPromoter(promoters: 2, passives: 5, detractors: 11)
    #expect(score.estimate == mirror.estimate.map { -$0 } && score.standardError == mirror.standardError)
    for (one, other) in [
      (score.waldInterval, mirror.waldInterval), (score.adjustedWaldInterval, mirror.adjustedWaldInterval),
      (score.scoreInterval, mirror.scoreInterval),
    ] {
      let (one, other) = (try #require(one), try #require(other))
      #expect(isClose(one.low, to: -other.high, within: 1e-12) && isClose(one.high, to: -other.low, within: 1e-12))
    }
  }

  @Test func thousandsOfMillionsOfAnswersDoNotOverflow() throws {
    let score = NetPromoter(promoters: 3_000_000_000, passives: 0, detractors: 1_000_000_000)
    #expect(score.estimate == 0.5 && score.unitVariance == 0.75)
    #expect(try #require(score.scoreInterval).contains(0.5))
  }
}
