import RequiteStatistics
import Testing

@Suite struct PairedSumsTests {
  @Test func theExampleComesOutAsDocumented() {
    let sums = sums([(900, 700), (300, 400), (600, 700)])
    #expect(sums.concordance == 0.75 && isClose(sums.pearson, to: 0.866025403784439, within: 1e-14))
    #expect(sums.meanGap == 0 && sums.meanGiven == 600 && sums.meanReturned == 600)
  }

  @Test(
    arguments: [
      ([], .noData, .noData),
      ([(5, 7)], .tooFewForVariance, .tooFewForVariance),
      ([(5, 5), (5, 5)], .zeroVariance, .zeroVariance),
      ([(5, 7), (5, 7)], .zeroVariance, nil),
      ([(5, 7), (5, 8)], .zeroVariance, nil),
      ([(0, 0), (1, 1)], nil, nil),
    ] as [([(Int64, Int64)], Caveat?, Caveat?)])
  func degenerateSumsSayWhy(pairs: [(Int64, Int64)], pearson: Caveat?, concordance: Caveat?) {
    let sums = sums(pairs)
    #expect(sums.pearsonReason == pearson && (sums.pearson == nil) == (pearson != nil))
    #expect(sums.concordanceReason == concordance && (sums.concordance == nil) == (concordance != nil))
    #expect((sums.meanGap == nil) == pairs.isEmpty)
  }

  @Test func aDistanceWithoutVariationIsNoConcordance() {
    #expect(sums([(5, 7), (5, 7)]).concordance == 0)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func concordanceIsNeverAboveCorrelation(seed: UInt64) throws {
    let sums = sums(RandomPairs.correlated(count: 12, seed: seed))
    let (concordance, pearson) = (try #require(sums.concordance), try #require(sums.pearson))
    #expect(concordance.magnitude <= pearson.magnitude + 1e-15 && pearson.magnitude <= 1)
    #expect((concordance < 0) == (pearson < 0))
  }

  /// The definitions over the pairs themselves.
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func sumsGiveTheCoefficientsOfThePairs(seed: UInt64) {
    let pairs = RandomPairs.correlated(count: 15, seed: seed)
    let count = Double(pairs.count)
    let means = (
      pairs.reduce(0) { $0 + Double($1.0) } / count, pairs.reduce(0) { $0 + Double($1.1) } / count
    )
    var (gg, rr, gr) = (0.0, 0.0, 0.0)
    for (g, r) in pairs {
      let (x, y) = (Double(g) - means.0, Double(r) - means.1)
      (gg, rr, gr) = (gg + x * x / count, rr + y * y / count, gr + x * y / count)
    }
    let gap = means.1 - means.0
    let sums = sums(pairs)
    #expect(isClose(sums.meanGap, to: gap, within: 1e-12))
    #expect(isClose(sums.pearson, to: gr / (gg * rr).squareRoot(), within: 1e-12))
    #expect(isClose(sums.concordance, to: 2 * gr / (gg + rr + gap * gap), within: 1e-12))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func concordanceIsWhollyOneOrTheOtherWay(seed: UInt64) {
    let values = RandomPairs.correlated(count: 9, seed: seed).map(\.0)
    #expect(sums(values.map { ($0, $0) }).concordance == 1)
    // Mirrored about a common mean.
    #expect(sums((values.map { ($0, 1000 - $0) } + values.map { (1000 - $0, $0) })).concordance == -1)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func anyDivisionGivesTheSameSums(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let pairs = RandomPairs.correlated(count: 30, seed: seed)
    var parts = Array(repeating: PairedSums(), count: 4)
    for pair in pairs.shuffled(using: &generator) {
      parts[Int.random(in: 0..<4, using: &generator)].add(g: pair.0, r: pair.1)
    }
    #expect(parts.reduce(PairedSums(), +) == sums(pairs))
  }

  @Test func exchangingTheSidesMirrorsTheGapOnly() {
    let pairs = RandomPairs.correlated(count: 10, seed: 1)
    let (there, back) = (sums(pairs), sums(pairs.map { ($0.1, $0.0) }))
    #expect(there.pearson == back.pearson && there.concordance == back.concordance)
    #expect(there.meanGap == back.meanGap.map { -$0 })
  }

  private func sums(_ pairs: [(Int64, Int64)]) -> PairedSums {
    pairs.reduce(into: PairedSums()) { $0.add(g: $1.0, r: $1.1) }
  }
}
