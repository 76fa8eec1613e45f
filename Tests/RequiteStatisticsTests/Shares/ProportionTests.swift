import RequiteStatistics
import Testing

@Suite struct ProportionTests {
  @Test func noneOfNoneIsNothing() {
    let none = Proportion(successes: 0, of: 0)
    #expect(none.estimate == nil && none.wilsonInterval == nil && none.reason == .noData)
  }

  /// Newcombe (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  @Test(
    arguments: [
      (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718),
    ] as [(Int64, Int64, Double, Double)])
  func wilsonAgreesWithTheLiterature(successes: Int64, n: Int64, low: Double, high: Double) throws {
    let interval = try #require(Proportion(successes: successes, of: n).wilsonInterval)
    #expect((interval.low - low).magnitude < 0.00005 && (interval.high - high).magnitude < 0.00005)
  }

  @Test func successAndFailureMirrorEachOther() throws {
    for successes in 0...12 as ClosedRange<Int64> {
      let one = try #require(Proportion(successes: successes, of: 12).wilsonInterval)
      let other = try #require(Proportion(successes: 12 - successes, of: 12).wilsonInterval)
      #expect(isClose(one.low, to: 1 - other.high, within: 1e-14))
    }
  }
}
