import RequiteStatistics
import Testing

@Suite struct CorrelationTests {
  @Test(arguments: 0...7)
  func fewUnitsHaveNone(count: Int) {
    let pairs = (0..<count).map { (Double($0), Double($0 * $0)) }
    for link in [Correlation.pearson(pairs), Correlation.spearman(pairs)] {
      #expect(link.coefficient == nil && link.interval == nil && link.reason == .denominatorTooSmall)
      #expect(link.n == count)
    }
  }

  @Test func withoutVariationThereIsNone() {
    // A mean of tenths is not a tenth: the comparison must be of the values.
    for pairs in [(0..<10).map { (0.1, Double($0)) }, (0..<10).map { (Double($0), 0.1) }] {
      for link in [Correlation.pearson(pairs), Correlation.spearman(pairs)] {
        #expect(link.coefficient == nil && link.interval == nil && link.reason == .zeroVariance)
      }
    }
  }

  @Test(arguments: [(2.0, 1.0), (-2, -1)])
  func aStraightLineIsACorrelationWithoutInterval(slope: Double, expected: Double) {
    let link = Correlation.pearson((0..<8).map { (Double($0), slope * Double($0)) })
    #expect(link.coefficient == expected && link.interval == nil && link.reason == .zeroVariance)
  }

  @Test func equalValuesShareTheirMeanRank() throws {
    let pairs = zip([1, 2, 2, 3, 4, 4, 4, 5], [2, 1, 3, 3, 5, 4, 6, 6]).map { (Double($0), Double($1)) }
    let ranks = zip([1, 2.5, 2.5, 4, 6, 6, 6, 8], [2, 1, 3.5, 3.5, 6, 5, 7.5, 7.5]).map { ($0, $1) }
    let spearman = Correlation.spearman(pairs)
    #expect(spearman.coefficient == Correlation.pearson(ranks).coefficient)
    #expect(spearman.interval == nil && spearman.reason == nil)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func ranksDoNotSeeTheScale(seed: UInt64) {
    let pairs = RandomPairs.distinct(count: 15, seed: seed)
    let rho = Correlation.spearman(pairs).coefficient
    #expect(Correlation.spearman(pairs.map { ($0 * $0 * $0, $1) }).coefficient == rho)
    #expect(Correlation.spearman(pairs.map { ($0, 1 - 1 / ($1 + 1)) }).coefficient == rho)
    #expect(isClose(Correlation.spearman(pairs.map { ($0, -$1) }).coefficient, to: rho.map { -$0 }, within: 1e-15))
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func unitsAndOrderDoNotMatter(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let pairs = RandomPairs.distinct(count: 15, seed: seed)
    let link = Correlation.pearson(pairs)
    let moved = Correlation.pearson(pairs.map { (3 * $0 + 7, 0.5 * $1 - 2) }.shuffled(using: &generator))
    #expect(isClose(moved.coefficient, to: link.coefficient, within: 1e-12))
    #expect(isClose(moved.interval?.low, to: link.interval?.low, within: 1e-12))
    let mirror = Correlation.pearson(pairs.map { ($1, -$0) })
    #expect(isClose(mirror.interval?.high, to: link.interval.map { -$0.low }, within: 1e-12))
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func theIntervalHoldsTheCoefficient(seed: UInt64) throws {
    let link = Correlation.pearson(RandomPairs.distinct(count: 9, seed: seed))
    let (interval, coefficient) = (try #require(link.interval), try #require(link.coefficient))
    #expect(interval.contains(coefficient) && interval.low > -1 && interval.high < 1 && link.reason == nil)
  }
}
