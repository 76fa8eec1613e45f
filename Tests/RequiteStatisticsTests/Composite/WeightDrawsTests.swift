import RequiteStatistics
import Testing

@Suite struct WeightDrawsTests {
  @Test func theExampleComesOutAsDocumented() throws {
    let weights = try #require(Array(WeightDraws(weights: [4, 4, 3], count: 1000, mix: 0.5)).first)
    for (weight, expected) in zip(weights, [0.379275746, 0.482533638, 0.138190616]) {
      #expect(isClose(weight, to: expected))
    }
  }

  @Test(arguments: [0.0, 0.25, 1])
  func everySetAddsUpToOne(mix: Double) {
    let draws = WeightDraws(weights: [4, 4, 0, 3, 1_000_000], count: 50, mix: mix)
    #expect(Array(draws).count == 50)
    for weights in draws {
      #expect(isClose(weights.reduce(0, +), to: 1, within: 1e-14))
      #expect(weights[2] == 0 && weights.allSatisfy { $0 >= 0 })
    }
  }

  @Test func withoutChanceTheWeightsAreThoseGiven() {
    for weights in WeightDraws(weights: [1, 1, 2], count: 3, mix: 0) { #expect(weights == [0.25, 0.25, 0.5]) }
  }

  @Test func theSeedDecidesAndEveryPassIsTheSame() {
    let draws = WeightDraws(weights: [1, 2, 3], count: 5, mix: 0.5, seed: 1)
    #expect(Array(draws) == Array(draws))
    #expect(Array(draws) != Array(WeightDraws(weights: [1, 2, 3], count: 5, mix: 0.5, seed: 2)))
    #expect(Array(draws) == Array(WeightDraws(weights: [1, 2, 3], count: 9, mix: 0.5, seed: 1).prefix(5)))
  }

  @Test func aComponentLeftOutDoesNotChangeTheOthersProportions() throws {
    let all = try #require(Array(WeightDraws(weights: [2, 2, 2, 2], count: 1, mix: 1)).first)
    let three = try #require(Array(WeightDraws(weights: [2, 0, 2, 2], count: 1, mix: 1)).first)
    #expect(isClose(three[0] / three[3], to: all[0] / all[3], within: 1e-13))
  }

  /// The mean part of each of three components is a third, its variance 1/18, if drawn evenly from the triangle.
  @Test func chanceIsEvenOverAllSets() {
    let draws = Array(WeightDraws(weights: [5, 1, 1], count: 20_000, mix: 1))
    for component in 0..<3 {
      let parts = draws.map { $0[component] }
      let mean = parts.reduce(0, +) / 20_000
      let variance = parts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
      #expect((mean - 1 / 3.0).magnitude < 0.007 && (variance - 1 / 18.0).magnitude < 0.002)
    }
  }
}
