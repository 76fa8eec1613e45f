import RequiteStatistics
import Testing

@Suite struct EarnedGrowthTests {
  /// previous, retained, earned new; then the two parts and the rate.
  @Test(
    arguments: [
      ([100_000, 85_000, 25_000], [0.85, 0.25, 0.10]), ([200, 0, 0], [0, 0, -1]), ([200, -50, 0], [-0.25, 0, -1.25]),
      ([1, 3, 0], [3, 0, 2]),
    ] as [([Int128], [Double])])
  func partsAreOfLastYearsRevenue(amounts: [Int128], expected: [Double]) {
    let growth = EarnedGrowth(previous: amounts[0], retained: amounts[1], earnedNew: amounts[2])
    #expect([growth.netRevenueRetention, growth.earnedNewShare, growth.rate] == expected)
    #expect(growth.reason == nil)
  }

  @Test(arguments: [0, -100] as [Int128])
  func withoutRevenueLastYearThereIsNoGrowth(previous: Int128) {
    let growth = EarnedGrowth(previous: previous, retained: 5, earnedNew: 5)
    #expect(growth.netRevenueRetention == nil && growth.earnedNewShare == nil && growth.rate == nil)
    #expect(growth.reason == .noData)
  }

  @Test func theRateIsExactWhereSharesWouldNotBe() {
    // 0.7 + 0.4 - 1 is 0.10000000000000009.
    #expect(EarnedGrowth(previous: 10, retained: 7, earnedNew: 4).rate == 0.1)
  }
}
