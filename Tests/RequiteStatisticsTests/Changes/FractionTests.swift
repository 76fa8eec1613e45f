import RequiteStatistics
import Testing

@Suite struct FractionTests {
  @Test func equalValuesAreEqualHoweverTheyCameAbout() {
    #expect(Fraction(1, over: 2) == Fraction(3, over: 6) && Fraction(0, over: 5) == .zero)
    #expect(Fraction(1, over: 2) != Fraction(-1, over: 2) && Fraction(1, over: 2) != Fraction(1, over: 3))
    #expect(Set([Fraction(1, over: 2), Fraction(2, over: 4), Fraction(-1, over: 2)]).count == 2)
    #expect(-Fraction.zero == .zero && Fraction.zero.isZero && !Fraction(1, over: 9).isZero)
  }

  @Test func itIsReducedWhereItFits() throws {
    let reduced = try #require(Fraction(-12, over: 18).reduced)
    #expect(reduced == (-2, 3))
    #expect(try #require(Fraction(.max, over: .max).reduced) == (1, 1))
    #expect(try #require(Fraction(0, over: 7).reduced) == (0, 1))
    // 128 bits above the line do not fit Int128.
    #expect(Fraction(.min, over: 3).reduced == nil)
    #expect(try #require(Fraction(.min, over: 4).reduced) == (.min / 4, 1))
  }

  @Test(arguments: [
    (1, 2, 0), (3, 2, 2), (5, 2, 2), (-1, 2, 0), (-3, 2, -2), (-5, 2, -2), (2, 3, 1), (1, 3, 0), (-2, 3, -1),
    (-1, 3, 0), (7, 1, 7), (-7, 1, -7), (0, 4, 0),
  ])
  func halvesAreRoundedToTheEvenUnit(numerator: Int, denominator: Int, units: Int) {
    #expect(Fraction(Int128(numerator), over: Int128(denominator)).rounded(unitsPerOne: 1) == Int128(units))
  }

  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func roundingAgreesWithDivision(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let numerator = Int64.random(in: -1_000_000...1_000_000, using: &generator)
    let denominator = Int64.random(in: 1...10_000, using: &generator)
    let units: Int64 = [1, 10, 1000, 1_000_000][Int(seed % 4)]
    let fraction = Fraction(Int128(numerator), over: Int128(denominator))
    // Exact halves occur; all else is far enough from them for a Double.
    let expected = (Double(numerator * units) / Double(denominator)).rounded(.toNearestOrEven)
    #expect(fraction.rounded(unitsPerOne: units) == Int128(expected))
    #expect(Double(fraction) == Double(numerator) / Double(denominator))
    #expect((-fraction).rounded(unitsPerOne: units) == -fraction.rounded(unitsPerOne: units))
  }
}
