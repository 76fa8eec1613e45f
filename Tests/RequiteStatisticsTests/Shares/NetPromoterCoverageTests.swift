import RequiteStatistics
import Testing

/// How often the intervals contain the truth, by adding up every possible sample: the table of METHODS B2.
@Suite struct NetPromoterCoverageTests {
  @Test(arguments: [(10, 0.884, 0.944, 0.969), (20, 0.860, 0.956, 0.962), (100, 0.935, 0.954, 0.948)])
  func coverageIsAsStated(n: Int, wald: Double, adjusted: Double, score: Double) throws {
    var coverage = (wald: 0.0, adjusted: 0.0, score: 0.0)
    for (sample, probability) in samples(n, promoters: 0.8, passives: 0.15, detractors: 0.05) {
      if try #require(sample.waldInterval).contains(0.75) { coverage.wald += probability }
      if try #require(sample.adjustedWaldInterval).contains(0.75) { coverage.adjusted += probability }
      if try #require(sample.scoreInterval).contains(0.75) { coverage.score += probability }
    }
    #expect((coverage.wald - wald).magnitude < 0.0005)
    #expect((coverage.adjusted - adjusted).magnitude < 0.0005)
    #expect((coverage.score - score).magnitude < 0.0005)
  }

  @Test func everyNinthSampleOfTenIsUnanimous() {
    let unanimous = samples(10, promoters: 0.8, passives: 0.15, detractors: 0.05)
      .filter { $0.0.reason == .zeroVariance }.reduce(0) { $0 + $1.1 }
    #expect((unanimous - 0.107).magnitude < 0.0005)
  }

  /// Every sample of `n` with its multinomial probability.
  private func samples(
    _ n: Int, promoters: Double, passives: Double, detractors: Double
  ) -> [(NetPromoter, Double)] {
    (0...n).flatMap { pro in
      (0...n - pro).map { pas in
        let counts = [(pro, promoters), (pas, passives), (n - pro - pas, detractors)]
        // n! over the product of factorials, divided and multiplied in turn so that nothing overflows.
        var probability = 1.0
        var drawn = 0
        for (count, share) in counts {
          for i in 0..<count {
            drawn += 1
            probability *= share * Double(drawn) / Double(i + 1)
          }
        }
        let sample = NetPromoter(promoters: Int64(pro), passives: Int64(pas), detractors: Int64(n - pro - pas))
        return (sample, probability)
      }
    }
  }
}
