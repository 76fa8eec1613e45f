import RequiteStatistics
import Testing

@Suite struct ShrinkageTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func aShrunkScoreLiesBetweenItsOwnAndTheMean(seed: UInt64) throws {
    let shrinkage = Shrinkage(randomUnits(seed: seed))
    let mean = try #require(shrinkage.mean)
    for unit in shrinkage.units {
      let (raw, shrunk) = (try #require(unit.raw), try #require(unit.shrunk))
      #expect(shrunk >= min(raw, mean) - 1e-15 && shrunk <= max(raw, mean) + 1e-15)
      let weight = try #require(unit.weightOfMean)
      #expect(Interval.shares.contains(weight))
      #expect(isClose(shrunk, to: weight * mean + (1 - weight) * raw, within: 1e-14))
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func smallUnitsAreDrawnMore(seed: UInt64) throws {
    let units = randomUnits(seed: seed)
    let shrinkage = Shrinkage(units)
    let weights = try shrinkage.units.map { try #require($0.weightOfMean) }
    for (one, weight) in zip(units, weights) {
      for (other, otherWeight) in zip(units, weights) where one.n < other.n { #expect(weight >= otherWeight) }
    }
  }

  @Test func unitsThatScatterByChanceAloneAllTakeTheMean() {
    let shrinkage = Shrinkage([people(5, 3, 2), people(10, 6, 4), people(6, 2, 2)])
    #expect(shrinkage.betweenVariance == 0 && shrinkage.reason == nil)
    #expect(shrinkage.units.allSatisfy { $0.shrunk == shrinkage.mean && $0.weightOfMean == 1 })
  }

  @Test func largeUnitsThatDifferStayWhereTheyAre() throws {
    let units = [people(900_000, 0, 100_000), people(500_000, 0, 500_000), people(100_000, 0, 900_000)]
    for unit in Shrinkage(units).units {
      let (shrunk, raw) = (try #require(unit.shrunk), try #require(unit.raw))
      #expect((shrunk - raw).magnitude < 1e-5)
    }
  }

  @Test func anotherOrderGivesTheSameUnits() {
    let units = randomUnits(seed: 7)
    let (one, other) = (Shrinkage(units), Shrinkage(units.reversed()))
    #expect(isClose(one.betweenVariance, to: other.betweenVariance, within: 1e-13))
    for (unit, twin) in zip(one.units, other.units.reversed()) {
      #expect(isClose(unit.shrunk, to: twin.shrunk, within: 1e-13))
    }
  }

  @Test(arguments: 0...2)
  func fewerThanThreeUnitsAreLeftAlone(count: Int) {
    let units = Array([people(5, 3, 2), people(1, 6, 4)].prefix(count)) + [people(0, 0, 0)]
    let shrinkage = Shrinkage(units)
    #expect(shrinkage.betweenVariance == nil && shrinkage.heterogeneity == nil && shrinkage.mean == nil)
    #expect(shrinkage.reason == .tooFewForVariance && shrinkage.units.map(\.raw) == units.map(\.estimate))
    #expect(shrinkage.units.allSatisfy { $0.shrunk == nil && $0.weightOfMean == nil })
  }

  @Test func unitsWithoutPeopleHaveNoPartInIt() {
    let units = [people(5, 3, 2), people(1, 6, 9), people(8, 1, 2)]
    let (full, padded) = (Shrinkage(units), Shrinkage([people(0, 0, 0)] + units))
    #expect(padded.betweenVariance == full.betweenVariance && padded.mean == full.mean)
    #expect(Array(padded.units.dropFirst()) == full.units)
    #expect(padded.units[0] == Shrinkage([people(0, 0, 0)]).units[0])
    #expect(padded.units[0].raw == nil && padded.units[0].shrunk == nil)
  }

  @Test func unanimousUnitsHaveNothingToDraw() {
    let shrinkage = Shrinkage([people(3, 0, 0), people(1, 0, 0), people(0, 0, 0), people(9, 0, 0)])
    #expect(shrinkage.reason == .zeroVariance && shrinkage.mean == nil)
    #expect(shrinkage.units.map(\.shrunk) == [1, 1, nil, 1])
    #expect(shrinkage.units.map(\.weightOfMean) == [0, 0, nil, 0])
  }

  @Test func unitsOfOnePersonHaveAVarianceToo() throws {
    let shrinkage = Shrinkage([people(1, 0, 0), people(0, 0, 1), people(0, 1, 0), people(30, 10, 10)])
    #expect(try shrinkage.reason == nil && #require(shrinkage.units[0].shrunk) < 1)
  }

  private func people(_ pro: Int64, _ pas: Int64, _ det: Int64) -> NetPromoter {
    NetPromoter(promoters: pro, passives: pas, detractors: det)
  }

  /// Three to twelve units of three to sixty people.
  private func randomUnits(seed: UInt64) -> [NetPromoter] {
    var generator = SplitMix64(seed: seed)
    return (0..<Int.random(in: 3...12, using: &generator)).map { _ in
      let counts = (0..<3).map { _ in Int64.random(in: 1...20, using: &generator) }
      return people(counts[0], counts[1], counts[2])
    }
  }
}
