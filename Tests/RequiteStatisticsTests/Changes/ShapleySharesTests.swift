import RequiteStatistics
import Testing

@Suite struct ShapleySharesTests {
  @Test func theExampleIsRight() throws {
    let shares = try #require(ShapleyShares(causes: 2) { [10, 14, 12, 20][$0] })
    #expect(shares.parts == [Fraction(6, over: 1), Fraction(4, over: 1)] && shares.change == 10)
  }

  @Test(arguments: 1...120 as ClosedRange<UInt64>)
  func thePartsAddUpToTheChangeExactly(seed: UInt64) throws {
    let values = numbers(seed: seed, causes: Int(seed % 9))
    let shares = try #require(ShapleyShares(causes: Int(seed % 9)) { values[$0] })
    let factorial = (1...max(1, Int128(seed % 9))).reduce(1, *)
    let sum = try shares.parts.reduce(Int128(0)) {
      let part = try #require($1.reduced)
      return $0 + part.numerator * (factorial / part.denominator)
    }
    #expect(sum == shares.change * factorial && shares.change == Int128(values.last! - values[0]))
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func theyAreTheMeanOverAllOrders(seed: UInt64) throws {
    let values = numbers(seed: seed, causes: 4)
    let shares = try #require(ShapleyShares(causes: 4) { values[$0] })
    var sums = [Int128](repeating: 0, count: 4)
    for order in orders(of: [0, 1, 2, 3]) {
      var set = 0
      for cause in order {
        sums[cause] += Int128(values[set | 1 << cause] - values[set])
        set |= 1 << cause
      }
    }
    #expect(shares.parts == sums.map { Fraction($0, over: 24) })
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func causesThatDoTheSameTakeTheSameAndIdleOnesNothing(seed: UInt64) throws {
    // Only how many of the causes 0 to 2 have acted matters, and cause 3 does nothing.
    let values = numbers(seed: seed, causes: 2)
    let shares = try #require(ShapleyShares(causes: 4) { values[($0 & 0b111).nonzeroBitCount] })
    #expect(shares.parts[0] == shares.parts[1] && shares.parts[1] == shares.parts[2])
    #expect(shares.parts[3].isZero)
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func anotherOrderOfCausesChangesNothing(seed: UInt64) throws {
    let values = numbers(seed: seed, causes: 3)
    let shares = try #require(ShapleyShares(causes: 3) { values[$0] })
    let turned = try #require(ShapleyShares(causes: 3) { values[($0 << 1 | $0 >> 2) & 0b111] })
    #expect(turned.parts == [shares.parts[1], shares.parts[2], shares.parts[0]])
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func exchangingBeforeAndAfterChangesTheSigns(seed: UInt64) throws {
    let values = numbers(seed: seed, causes: 5)
    let there = try #require(ShapleyShares(causes: 5) { values[$0] })
    let back = try #require(ShapleyShares(causes: 5) { values[31 - $0] })
    #expect(back.parts == there.parts.map { -$0 })
  }

  @Test func eachSetIsAskedForOnceAndAMissingNumberLeavesNoParts() {
    var asked: [Int] = []
    _ = ShapleyShares(causes: 3) {
      asked.append($0)
      return 0
    }
    #expect(asked == Array(0..<8))
    for missing in 0..<8 {
      #expect(ShapleyShares(causes: 3) { $0 == missing ? nil : 1 } == nil)
    }
    #expect(ShapleyShares(causes: 0) { _ in 7 }?.parts == [] && ShapleyShares(causes: 0) { _ in nil } == nil)
  }

  @Test func theMedianOfWaitsIsDividedAmongWhoCameAndWent() throws {
    let waits = [60, 120, 180, 240, 300].map { WaitBin(seconds: $0, answered: 1, censored: 0) }
    let came = [WaitChange(seconds: 600, answered: 2, censored: 1), WaitChange(seconds: 900, answered: 1, censored: 0)]
    let went = [WaitChange(seconds: 60, answered: -1, censored: 0)]
    let shares = try #require(ShapleyShares(waits: waits, changes: [came, went], number: SurvivalCurve.medianSeconds))
    // 180 s before, 300 s with those who came, still 180 s without the one who went, and 300 s with both.
    #expect(median(waits) == 180 && shares.change == 120)
    #expect(shares.parts == [Fraction(120, over: 1), .zero])
    let withinFive = try #require(
      ShapleyShares(waits: waits, changes: [came, went]) { waits in
        SurvivalCurve.shareEnded(by: 300, of: waits).map { Int64(($0 * 1_000_000).rounded(.toNearestOrEven)) }
      })
    #expect(withinFive.change == 500_000 - 1_000_000)
  }

  @Test func causesThatTakeTheSameWaitsAreNotToldApart() {
    let waits = [WaitBin(seconds: 60, answered: 1, censored: 0)]
    let went = [WaitChange(seconds: 60, answered: -1, censored: 0)]
    #expect(ShapleyShares(waits: waits, changes: [went, went], number: count) == nil)
    #expect(ShapleyShares(waits: waits, changes: [went], number: count)?.change == -1)
  }

  /// A number that is missing leaves the others their parts.
  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func severalNumbersOfOneCurveAreDividedAsEachAlone(_ seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let waits = (1...6).map { WaitBin(seconds: 60 * $0, answered: .random(in: 0...4, using: &generator), censored: 1) }
    let changes = (0..<3).map { _ in
      (0..<4).map { _ in
        WaitChange(
          seconds: 30 * .random(in: 1...14, using: &generator), answered: .random(in: 0...2, using: &generator),
          censored: .random(in: 0...1, using: &generator))
      }
    }
    let gone = WaitChange(seconds: 120, answered: 0, censored: -1)
    let causes = changes + [[gone]]
    let numbers: [([WaitBin]) -> Int64?] = [
      SurvivalCurve.medianSeconds, { _ in nil }, count,
      { SurvivalCurve.shareEnded(by: 200, of: $0).map { Int64(($0 * 1_000_000).rounded()) } },
    ]
    let together = ShapleyShares.of(waits: waits, changes: causes, numbers: numbers)
    #expect(together == numbers.map { ShapleyShares(waits: waits, changes: causes, number: $0) })
    #expect(together[1] == nil && together[2]?.parts.count == causes.count)
    #expect(ShapleyShares.of(waits: waits, changes: causes, numbers: []).isEmpty)
  }

  private func median(_ waits: [WaitBin]) -> Int64? { SurvivalCurve(bins: waits).median.seconds }

  private func count(_ waits: [WaitBin]) -> Int64 { SurvivalCurve(bins: waits).count }

  private func numbers(seed: UInt64, causes: Int) -> [Int64] {
    var generator = SplitMix64(seed: seed)
    return (0..<(1 << causes)).map { _ in Int64.random(in: -1_000_000...1_000_000, using: &generator) }
  }

  private func orders(of causes: [Int]) -> [[Int]] {
    guard !causes.isEmpty else { return [[]] }
    return causes.flatMap { first in orders(of: causes.filter { $0 != first }).map { [first] + $0 } }
  }
}
