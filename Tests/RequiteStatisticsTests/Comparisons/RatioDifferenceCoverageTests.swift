import RequiteStatistics
import Testing

/// How often the interval of a change contains the truth, by simulation with a seed.
@Suite struct RatioDifferenceCoverageTests {
  @Test(arguments: [15, 40, 120])
  func nineteenOfTwentyIntervalsContainTheTruth(clusters: Int) throws {
    var generator = SplitMix64(seed: UInt64(clusters))
    var covered = 0
    var (variance, squares) = (0.0, 0.0)
    for _ in 0..<400 {
      let change = try RatioDifference.estimate(strata: [PairStratum(moments: sample(clusters, using: &generator))])
      let (difference, error) = (try #require(change.difference), try #require(change.standardError))
      if try #require(change.interval).contains(Self.truth) { covered += 1 }
      variance += error * error / 400
      squares += (difference - Self.truth) * (difference - Self.truth) / 400
    }
    #expect(0.91...0.98 ~= Double(covered) / 400)
    // The standard error is as large as the scatter that it foretells.
    #expect(0.8...1.25 ~= variance / squares)
  }

  /// The scores expected are 0.1 and 0.25.
  private static let truth = 0.15

  /// Accounts of up to four people in each period; some miss a period, and the mood of an account lasts.
  private func sample(_ clusters: Int, using generator: inout SplitMix64) -> PairMoments {
    var moments = PairMoments()
    for _ in 0..<clusters {
      let mood = Double.random(in: -0.25...0.25, using: &generator)
      let sizes = (0..<2).map { _ in Int.random(in: 0...4, using: &generator) }
      let before = answers(sizes[0], promoters: 0.4 + mood, detractors: 0.3 - mood, using: &generator)
      let after = answers(sizes[1], promoters: 0.5 + mood, detractors: 0.25 - mood, using: &generator)
      moments.add(ya: before, wa: Int128(sizes[0]), yb: after, wb: Int128(sizes[1]))
    }
    return moments
  }

  private func answers(
    _ count: Int, promoters: Double, detractors: Double, using generator: inout SplitMix64
  ) -> Int128 {
    (0..<count).reduce(0) { sum, _ in
      let u = Double.random(in: 0..<1, using: &generator)
      return sum + (u < promoters ? 1 : u >= 1 - detractors ? -1 : 0)
    }
  }
}
