import RequiteStatistics
import Testing

@Suite struct SurvivalCurveTests {
  @Test func withoutWaitsThereIsNoCurve() {
    let curve = SurvivalCurve(bins: [])
    #expect(curve.count == 0 && curve.steps.isEmpty)
    #expect(curve.median.seconds == nil && curve.median.reason == .noData)
    #expect(curve.ended(by: 300).estimate == nil && curve.ended(by: 300).reason == .noData)
  }

  @Test func allCensoredNeverReachesTheMedian() {
    let curve = SurvivalCurve(bins: [WaitBin(seconds: 60, answered: 0, censored: 4)])
    #expect(curve.count == 4 && curve.events == 0 && curve.median.reason == .notReached)
    let share = curve.ended(by: 60)
    #expect(share.estimate == 0 && share.standardError == 0 && share.interval == nil && share.reason == .zeroVariance)
  }

  @Test func allEndedAtOnceIsAStepToZero() {
    let curve = SurvivalCurve(bins: [WaitBin(seconds: 240, answered: 1, censored: 0)])
    #expect(curve.median.seconds == 240 && curve.median.low == 240 && curve.median.high == nil)
    #expect(curve.ended(by: 239).estimate == 0)
    let share = curve.ended(by: 240)
    #expect(share.estimate == 1 && share.standardError == nil && share.interval == nil && share.reason == .zeroVariance)
  }

  @Test func censoringAtTheSameSecondCountsAsAtRisk() {
    let curve = SurvivalCurve(bins: [WaitBin(seconds: 10, answered: 1, censored: 3)])
    #expect(curve.steps.map(\.survival) == [0.75])
    #expect(curve.steps.map(\.atRisk) == [4])
  }

  @Test func censoringBeforeAnEndRemovesFromRisk() {
    let curve = SurvivalCurve(bins: [
      WaitBin(seconds: 10, answered: 0, censored: 2), WaitBin(seconds: 20, answered: 1, censored: 1),
    ])
    #expect(curve.steps.map(\.survival) == [0.5] && curve.median.seconds == 20)
  }

  @Test(arguments: 1...40)
  func withoutCensoringTheCurveIsTheShareAndTheMedianIsExact(count: Int64) {
    // One wait each of 1, 2, … seconds: products of fractions must not miss one half.
    let curve = SurvivalCurve(bins: (1...count).map { WaitBin(seconds: $0, answered: 1, censored: 0) })
    for step in curve.steps { #expect(isClose(step.survival, to: Double(count - step.seconds) / Double(count))) }
    #expect(curve.median.seconds == (count + 1) / 2)
  }

  @Test func withoutCensoringTheStandardErrorIsBinomial() throws {
    let curve = SurvivalCurve(bins: [
      WaitBin(seconds: 5, answered: 3, censored: 0), WaitBin(seconds: 9, answered: 7, censored: 0),
      WaitBin(seconds: 12, answered: 10, censored: 0),
    ])
    let share = curve.ended(by: 10)
    #expect(isClose(share.estimate, to: 0.5) && isClose(share.standardError, to: (0.25 / 20).squareRoot()))
    let interval = try #require(share.interval)
    #expect(interval.low > 0 && interval.contains(0.5) && interval.high < 1)
  }

  @Test func theShareStaysBeyondTheLastWait() {
    let curve = SurvivalCurve(bins: [WaitBin(seconds: 5, answered: 1, censored: 1)])
    #expect(curve.ended(by: .max) == curve.ended(by: 5))
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func limitsEncloseTheCurveAndTheMedian(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let curve = SurvivalCurve(
      bins: (1...60).map {
        WaitBin(
          seconds: $0, answered: Int64.random(in: 0...3, using: &generator),
          censored: Int64.random(in: 0...2, using: &generator))
      })
    for step in curve.steps where step.survival > 0 {
      #expect(try #require(step.interval).contains(step.survival))
    }
    let median = curve.median
    #expect(try #require(median.low) <= #require(median.seconds))
    #expect(try #require(median.seconds) <= median.high ?? .max)
  }
}
