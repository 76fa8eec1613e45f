import RequiteStatistics
import Testing

@Suite struct WeightedSharesTests {
  @Test func equalWeightsAreWorthTheirNumber() {
    let shares = WeightedShares(promoters: 6_000_000, passives: 0, detractors: 2_000_000, squares: 8_000_000_000_000)
    #expect(shares.effectiveSize == 8)
    #expect(shares.adjustedWaldInterval == NetPromoter(promoters: 6, passives: 0, detractors: 2).adjustedWaldInterval)
  }

  @Test func unequalWeightsWidenTheInterval() throws {
    let equal = WeightedShares(promoters: 8, passives: 0, detractors: 0, squares: 8)
    let unequal = WeightedShares(promoters: 8, passives: 0, detractors: 0, squares: 32)
    #expect(unequal.effectiveSize == 2)
    #expect(try #require(unequal.adjustedWaldInterval).low < #require(equal.adjustedWaldInterval).low)
  }

  @Test func noWeightIsWorthNothing() {
    let shares = WeightedShares(promoters: 0, passives: 0, detractors: 0, squares: 0)
    #expect(shares.effectiveSize == nil && shares.adjustedWaldInterval == nil)
  }
}
