import RequiteStatistics
import Testing

@Suite struct AdjustedWaldTests {
  @Test func itIsThePlainIntervalWithThreePeopleAdded() {
    let adjusted = AdjustedWald(promoters: 5.25, detractors: 2.25, n: 9)
    // 6 promoters, 3 passives and 3 detractors among 12.
    let plain = NetPromoter(promoters: 6, passives: 3, detractors: 3)
    #expect(adjusted.centre == plain.estimate)
    #expect(isClose(adjusted.variance.squareRoot(), to: plain.standardError, within: 1e-15))
  }

  @Test func withNobodyItIsTheIntervalOfTheThree() {
    let interval = AdjustedWald(promoters: 0, detractors: 0, n: 0).interval
    #expect(isClose(interval.high, to: Normal.z975 * (0.5 / 3).squareRoot(), within: 1e-15))
    #expect(interval.low == -interval.high)
  }
}
