import RequiteStatistics
import Testing

/// The example of the article "Why a ratio moved", to the last digit.
@Suite struct WorkedExampleTests {
  private let before = RatioCounts(numerator: 260, denominator: 800)
  private let restated = RatioCounts(numerator: 241, denominator: 818)
  private let after = RatioCounts(numerator: 241, denominator: 838)
  private let late = RatioCounts(numerator: -14, denominator: 24)
  private let removed = RatioCounts(numerator: -6, denominator: -6)
  private let corrected = RatioCounts(numerator: 1, denominator: 0)
  private let new = RatioCounts(numerator: 14, denominator: 60)
  private let agedOut = RatioCounts(numerator: -14, denominator: -40)

  @Test func theRestatementIsDividedAmongItsCauses() throws {
    let shares = try MidpointShares(from: before, to: restated, changes: [late, removed, corrected])
    #expect(shares.parts.map(millionthsOfAPoint) == [-2_649_623, -511_883, 123_609])
    #expect(millionthsOfAPoint(shares.change) == -3_037_897)
    #expect(shares.parts[0] == Fraction(-28_054_720, over: 1_058_819_200))
    #expect(restated.ratio.map(millionthsOfAPoint) == 29_462_103)
  }

  @Test func theMovementIsDividedAmongItsCauses() throws {
    let shares = try MidpointShares(from: restated, to: after, changes: [new, agedOut])
    #expect(shares.parts.map(millionthsOfAPoint) == [-418_637, -284_516])
    #expect(millionthsOfAPoint(shares.change) == -703_153)
    #expect(after.ratio.map(millionthsOfAPoint) == 28_758_950)
  }

  @Test func theWholeChangeIsThatOfBothSteps() throws {
    let whole = try MidpointShares(from: before, to: after, changes: [after - before])
    #expect(whole.change == Fraction(-627, over: 16_760))
    #expect(millionthsOfAPoint(whole.change) == -3_741_050)
  }

  @Test func whatIsDisplayedAddsUp() throws {
    let restatement = try MidpointShares(from: before, to: restated, changes: [late, removed, corrected])
    let movement = try MidpointShares(from: restated, to: after, changes: [new, agedOut])
    let ends = try [before, restated, after].map { try #require($0.ratio).rounded(unitsPerOne: 1000) }
    #expect(ends == [325, 295, 288])
    let first = ApportionedChange(from: ends[0], to: ends[1], parts: restatement.parts, unitsPerOne: 1000)
    #expect(first?.total == -30 && first?.parts == [-26, -5, 1])
    let second = ApportionedChange(from: ends[1], to: ends[2], parts: movement.parts, unitsPerOne: 1000)
    #expect(second?.total == -7 && second?.parts == [-4, -3])
  }

  @Test func theMovementIsWithinItsNoise() throws {
    // 24 promoters, 26 passives and 10 detractors came; 22, 10 and 8 went; each a customer of their own.
    let squares: Int128 = 24 + 10 + 22 + 8
    let products: Int128 = 24 - 10 + 22 - 8
    let movement = MovementNoise(
      from: restated, to: after, numeratorSquared: squares, product: products, denominatorSquared: 100)
    let noise = try #require(movement)
    #expect((100 * noise.standardError).rounded(toDigits: 3) == 0.905)
    #expect((100 * noise.margin).rounded(toDigits: 1) == 1.8)
  }

  @Test func bySegmentItIsAnotherCutOfTheSameChange() throws {
    // Before: 180/120/100 of 400 small companies, 240/100/60 of 400 large ones.
    let small = SegmentPair(from: (y: 80, w: 400), to: (y: 64, w: 436))
    let large = SegmentPair(from: (y: 180, w: 400), to: (y: 177, w: 402))
    let split = try #require(MixAndRate.split([small, large], aroundMean: true))
    let points = split.segments.map { [(100 * $0.rate).rounded(toDigits: 4), (100 * $0.mix).rounded(toDigits: 4)] }
    #expect(points == [[-2.7145, -0.2696], [-0.4752, -0.2817]])
    #expect((100 * split.rate).rounded(toDigits: 4) == -3.1898 && (100 * split.mix).rounded(toDigits: 4) == -0.5513)
    #expect((100 * split.difference).rounded(toDigits: 6) == -3.741050)
  }

  /// Millionths of a point, of which a net share has 100.
  private func millionthsOfAPoint(_ ratio: Fraction) -> Int128 {
    ratio.rounded(unitsPerOne: 100_000_000)
  }
}

extension Double {
  fileprivate func rounded(toDigits digits: Int) -> Double {
    let unit = (0..<digits).reduce(1.0) { unit, _ in unit * 10 }
    return (self * unit).rounded(.toNearestOrEven) / unit
  }
}
