import RequiteStatistics
import Testing

@Suite struct MutualShareTests {
  @Test func theExampleComesOutAsDocumented() {
    let share = MutualShare(given: [(100, 1), (900, 1)], returned: [(100, 1), (900, 1)], sumOfMinima: 1000)
    #expect(share.observed == 1 && share.null == 0.6 && share.rho == 1 && share.reason == nil)
    #expect(share.n == 2 && share.sumGiven == 1000)
  }

  /// The null by its definition, over all n² combinations.
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func histogramsGiveTheNullOfAllCombinations(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    // Few different values, so that many are equal.
    let pairs = (0..<25).map { _ in
      (Int64.random(in: 0...12, using: &generator), Int64.random(in: 0...12, using: &generator))
    }
    let share = share(pairs)
    let sum = pairs.reduce(0) { sum, one in pairs.reduce(sum) { $0 + min(one.0, $1.1) } }
    #expect(share.sumOverCombinations == Int128(sum))
    let given = pairs.reduce(0) { $0 + $1.0 }
    #expect(share.null == Double(sum) / Double(25 * given))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func binsMayComeInAnyOrderAndInParts(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let pairs = RandomPairs.correlated(count: 20, seed: seed)
    let minima = pairs.reduce(0) { $0 + Int128(min($1.0, $1.1)) }
    let given = Dictionary(grouping: pairs, by: \.0).map { (value: $0.key, count: Int64($0.value.count)) }
    let counted = MutualShare(
      given: given.sorted { $0.value < $1.value }, returned: pairs.map { ($0.1, 1) }.shuffled(using: &generator),
      sumOfMinima: minima)
    #expect(counted == share(pairs))
  }

  /// All six ways to deal three returns to three givers.
  @Test func theMeanOverAllPermutationsIsNothing() {
    let (given, returned) = ([100, 500, 900] as [Int64], [200, 300, 1000] as [Int64])
    var sum = 0.0
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      sum += share(zip(given, order).map { ($0, returned[$1]) }).rho ?? .nan
    }
    #expect(sum.magnitude < 1e-15)
  }

  @Test func randomDealsReturnNothingBeyondChance() throws {
    var generator = SplitMix64(seed: 7)
    let pairs = RandomPairs.correlated(count: 40, seed: 3)
    let rhos = try (0..<2000).map { _ in
      let dealt = pairs.map(\.1).shuffled(using: &generator)
      return try #require(share(zip(pairs, dealt).map { ($0.0, $1) }).rho)
    }
    let mean = rhos.reduce(0, +) / 2000
    let deviation = (rhos.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 1999).squareRoot()
    #expect(mean.magnitude < 4 * deviation / 2000.0.squareRoot())
  }

  @Test func returnsInTheOrderOfGiftsAreTheMostAndTheReverseTheLeast() throws {
    let pairs = RandomPairs.correlated(count: 30, seed: 5)
    let (given, returned) = (pairs.map(\.0).sorted(), pairs.map(\.1).sorted())
    let most = try #require(share(Array(zip(given, returned))).rho)
    let least = try #require(share(Array(zip(given, returned.reversed()))).rho)
    let rho = try #require(share(pairs).rho)
    #expect(least < 0 && 0 < most && least <= rho && rho <= most)
  }

  @Test(
    arguments: [
      ([], .noData), ([(0, 5), (0, 7)], .noData), ([(3, 5)], .zeroVariance), ([(3, 9), (4, 4)], .zeroVariance),
      ([(5, 3)], nil),
    ] as [([(Int64, Int64)], Caveat?)])
  func degenerateSharesSayWhy(pairs: [(Int64, Int64)], reason: Caveat?) {
    let share = share(pairs)
    #expect(share.reason == reason && (share.rho == nil) == (reason != nil))
    #expect((share.observed == nil) == (reason == .noData) && (share.null == nil) == (reason == .noData))
    if reason == .zeroVariance { #expect(share.observed == 1 && share.null == 1) }
  }

  @Test func onePairIsWhatChanceWouldReturn() {
    #expect(share([(5, 3)]).rho == 0)
  }

  private func share(_ pairs: [(Int64, Int64)]) -> MutualShare {
    MutualShare(
      given: pairs.map { ($0.0, 1) }, returned: pairs.map { ($0.1, 1) },
      sumOfMinima: pairs.reduce(0) { $0 + Int128(min($1.0, $1.1)) })
  }
}
