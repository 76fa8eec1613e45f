import RequiteStatistics
import Testing

@Suite struct DesignEffectTests {
  @Test func equalWeightsCostNothing() {
    let effect = DesignEffect(n: 40, sumW: 40 * 2_500_000, sumWW: 40 * 2_500_000 * 2_500_000)
    #expect(effect.factor == 1 && effect.effectiveSize == 40 && effect.reason == nil)
  }

  @Test func theFactorTimesTheSizeIsTheNumber() throws {
    let weights: [Int128] = [1_000_000, 2_000_000, 500_000, 3_333_333]
    let effect = DesignEffect(n: 4, sumW: weights.reduce(0, +), sumWW: weights.reduce(0) { $0 + $1 * $1 })
    let (factor, size) = (try #require(effect.factor), try #require(effect.effectiveSize))
    #expect(factor > 1 && isClose(factor * size, to: 4, within: 1e-15))
  }

  @Test func noWeightHasNoEffect() {
    let effect = DesignEffect(n: 0, sumW: 0, sumWW: 0)
    #expect(effect.factor == nil && effect.effectiveSize == nil && effect.reason == .noData)
  }
}
