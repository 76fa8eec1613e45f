import RequiteStatistics
import Testing

@Suite struct StillWaitingTests {
  @Test(arguments: UInt64(0)..<50)
  func numbersWithoutTheCurveAreThoseOfTheCurve(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let bins = (0..<Int64.random(in: 0...30, using: &generator)).map { place in
      WaitBin(
        seconds: 7 * place, answered: Int64.random(in: 0...3, using: &generator),
        censored: Int64.random(in: 0...2, using: &generator))
    }
    let curve = SurvivalCurve(bins: bins)
    #expect(SurvivalCurve.medianSeconds(of: bins) == curve.median.seconds)
    for seconds: Int64 in [-1, 0, 1, 35, 100, 1000] {
      #expect(SurvivalCurve.shareEnded(by: seconds, of: bins) == curve.ended(by: seconds).estimate)
    }
  }
}
