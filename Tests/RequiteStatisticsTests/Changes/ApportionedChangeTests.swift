import RequiteStatistics
import Testing

@Suite struct ApportionedChangeTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func displayedPartsOfTwentyThousandNightsAddUp(thousand: UInt64) throws {
    var independent = 0
    for seed in thousand * 1000 + 1...thousand * 1000 + 1000 {
      let night = RandomNight(seed: seed)
      let shares = try MidpointShares(from: night.before, to: night.after, changes: night.changes)
      let start = try #require(night.before.ratio).rounded(unitsPerOne: 1000)
      let end = try #require(night.after.ratio).rounded(unitsPerOne: 1000)
      let shown = try #require(
        ApportionedChange(from: start, to: end, parts: shares.parts, unitsPerOne: 1000), "night \(seed)")
      #expect(shown.total == end - start && shown.parts.reduce(0, +) == end - start, "night \(seed)")
      for (part, units) in zip(shares.parts, shown.parts) {
        #expect((1000 * Double(part) - Double(units)).magnitude <= 1, "night \(seed)")
      }
      let alone = shares.parts.reduce(0) { $0 + $1.rounded(unitsPerOne: 1000) }
      independent += alone == end - start ? 0 : 1
    }
    // Each part rounded by itself fails about every second night: this is why.
    #expect(independent > 400)
  }

  @Test func unitsLeftOverGoToTheLargestFractionsAndTheEarlierOfEquals() {
    func shown(_ thirds: [Int128], total: Int128) -> [Int128]? {
      ApportionedChange(from: 0, to: total, parts: thirds.map { Fraction($0, over: 3) }, unitsPerOne: 1)?.parts
    }
    #expect(shown([1, 1, 1], total: 1) == [1, 0, 0])
    #expect(shown([1, 2, 3], total: 2) == [0, 1, 1])
    #expect(shown([-1, -1, -1], total: -1) == [0, 0, -1])
    #expect(shown([4, -1, 0], total: 1) == [1, 0, 0])
  }

  @Test func aPartOfNothingStaysNothing() {
    // From 0.5 to 1.5 is displayed from 0 to 2: one unit more than the change.
    let parts = [Fraction.zero, Fraction(1, over: 1), Fraction.zero]
    #expect(ApportionedChange(from: 0, to: 2, parts: parts, unitsPerOne: 1)?.parts == [0, 2, 0])
    #expect(ApportionedChange(from: 2, to: 2, parts: parts, unitsPerOne: 1)?.parts == [0, 0, 0])
  }

  @Test func withoutPartsThereIsOnlyNoChange() {
    #expect(ApportionedChange(from: 3, to: 3, parts: [Fraction](), unitsPerOne: 1)?.parts == [])
    #expect(ApportionedChange(from: 3, to: 4, parts: [Fraction](), unitsPerOne: 1) == nil)
  }

  @Test func partsOfAnotherChangeAreNotDisplayed() {
    let parts = [Fraction(1, over: 1), Fraction(1, over: 1)]
    #expect(ApportionedChange(from: 0, to: 4, parts: parts, unitsPerOne: 1) == nil)
    #expect(ApportionedChange(from: 0, to: 3, parts: parts, unitsPerOne: 1)?.parts == [2, 1])
    #expect(ApportionedChange(from: 0, to: 1, parts: [Double.nan], unitsPerOne: 1) == nil)
    #expect(ApportionedChange(from: 0, to: 1, parts: [Double.infinity], unitsPerOne: 1) == nil)
  }

  @Test(arguments: 1...500 as ClosedRange<UInt64>)
  func realPartsAddUpToo(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let parts = (0..<6).map { _ in Double.random(in: -3...3, using: &generator) }
    let start = Double.random(in: 20...80, using: &generator)
    let ends = [start, start + parts.reduce(0, +)].map { Int128(($0 * 10).rounded(.toNearestOrEven)) }
    let shown = try #require(ApportionedChange(from: ends[0], to: ends[1], parts: parts, unitsPerOne: 10))
    #expect(shown.parts.reduce(0, +) == ends[1] - ends[0])
    for (part, units) in zip(parts, shown.parts) { #expect((10 * part - Double(units)).magnitude < 1.000001) }
  }
}
