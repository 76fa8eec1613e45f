import RequiteStatistics
import Testing

@Suite struct NetPromoterScoreIntervalTests {
  @Test func theEndsAreClosedWhereAllAgree() throws {
    let allPromote = try #require(NetPromoter(promoters: 9, passives: 0, detractors: 0).scoreInterval)
    let allDetract = try #require(NetPromoter(promoters: 0, passives: 0, detractors: 9).scoreInterval)
    #expect(allPromote.high == 1 && allPromote.low > 0 && allPromote.low < 1)
    #expect(allDetract.low == -1 && allDetract.high < 0 && allDetract.high > -1)
  }

  @Test func itHoldsTheEstimateAndStaysInRangeForEverySmallSample() throws {
    for pro in 0...7 as ClosedRange<Int64> {
      for pas in 0...7 as ClosedRange<Int64> {
        for det in 0...7 as ClosedRange<Int64> where pro + pas + det > 0 {
          let sample = NetPromoter(promoters: pro, passives: pas, detractors: det)
          let interval = try #require(sample.scoreInterval)
          #expect(interval.contains(try #require(sample.estimate)))
          #expect(interval.low >= -1 && interval.high <= 1 && interval.high - interval.low > 0.1)
        }
      }
    }
  }

  @Test func itApproachesTheWaldIntervalInLargeSamples() throws {
    let sample = NetPromoter(promoters: 500_000, passives: 300_000, detractors: 200_000)
    let (score, wald) = (try #require(sample.scoreInterval), try #require(sample.waldInterval))
    #expect((score.low - wald.low).magnitude < 1e-5 && (score.high - wald.high).magnitude < 1e-5)
  }
}
