import RequiteStatistics
import Testing

@Suite struct IntervalTests {
  @Test(arguments: [
    (Interval(low: -2, high: 3), Interval(low: -1, high: 1)),
    (Interval(low: 0.25, high: 0.5), Interval(low: 0.25, high: 0.5)),
    (Interval(low: 2, high: 3), Interval(low: 1, high: 1)),
    (Interval(low: -3, high: -2), Interval(low: -1, high: -1)),
  ])
  func clampingMovesBothEndsIntoTheBounds(interval: Interval, clamped: Interval) {
    #expect(interval.clamped(to: .netShares) == clamped)
  }

  @Test func itIsScaledAndCentred() {
    #expect(Interval(centre: 0.5, margin: 0.25).scaled(by: 100) == Interval(low: 25, high: 75))
  }

  @Test func itContainsItsEnds() {
    let interval = Interval.shares
    #expect(interval.contains(0) && interval.contains(1) && !interval.contains(1.000001) && !interval.contains(-0.1))
  }
}
