import RequiteStatistics
import Testing

@Suite struct MovementNoiseTests {
  @Test func withoutARatioThereIsNoNoise() {
    let ratio = RatioCounts(numerator: 1, denominator: 2)
    #expect(noise(.zero, ratio, [(1, 2)]) == nil && noise(ratio, .zero, [(-1, -2)]) == nil)
  }

  @Test func nobodyInNobodyOutIsNoNoise() {
    let ratio = RatioCounts(numerator: 1, denominator: 2)
    #expect(noise(ratio, ratio, [])?.standardError == 0)
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func itIsTheSquaresOfWhatCustomersChanged(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let churn = (0..<40).map { _ in
      (Int64.random(in: -3...3, using: &generator), Int64.random(in: -3...3, using: &generator))
    }
    let before = RatioCounts(numerator: 100, denominator: 900)
    let after = churn.reduce(before) { $0 + RatioCounts(numerator: Int128($1.0), denominator: Int128($1.1)) }
    let noise = try #require(self.noise(before, after, churn))
    let mean = (100.0 / 900 + Double(after.numerator) / Double(after.denominator)) / 2
    let weight = (900 + Double(after.denominator)) / 2
    let squares = churn.reduce(0.0) {
      let distance = Double($1.0) - mean * Double($1.1)
      return $0 + distance * distance
    }
    #expect(isClose(noise.standardError, to: squares.squareRoot() / weight, within: 1e-12))
    #expect(noise.margin == Normal.z975 * noise.standardError)
  }

  @Test func theUnitDropsOutAndRoundingIsNotNoise() throws {
    // All who came are as the pool is: what is left of the squares is rounding, or nothing.
    let third = RatioCounts(numerator: 333_333_333, denominator: 1_000_000_000)
    let churn = (1...9).map { (Int64(333_333_333 * $0), Int64(1_000_000_000 * $0)) }
    #expect(try #require(noise(third, third, churn)).standardError == 0)
    let small = noise(
      RatioCounts(numerator: 3, denominator: 10), RatioCounts(numerator: 4, denominator: 11), [(1, 1)])
    let large = noise(
      RatioCounts(numerator: 3_000_000, denominator: 10_000_000),
      RatioCounts(numerator: 4_000_000, denominator: 11_000_000), [(1_000_000, 1_000_000)])
    #expect(isClose(small?.standardError, to: large?.standardError, within: 1e-15))
  }

  private func noise(_ before: RatioCounts, _ after: RatioCounts, _ churn: [(Int64, Int64)]) -> MovementNoise? {
    MovementNoise(
      from: before, to: after,
      numeratorSquared: churn.reduce(0) { $0 + Int128($1.0) * Int128($1.0) },
      product: churn.reduce(0) { $0 + Int128($1.0) * Int128($1.1) },
      denominatorSquared: churn.reduce(0) { $0 + Int128($1.1) * Int128($1.1) })
  }
}
