import RequiteStatistics
import Testing

/// How often the charts cry wolf, and how soon they see one.
@Suite struct ControlChartAlarmTests {
  @Test func withoutChangeAlarmsAreRare() {
    var (ewma, cusum, quiet) = (0, 0, 0)
    for seed in 1...400 as ClosedRange<UInt64> {
      let points = chart(StandardSeries.normal(count: 58, seed: seed)).points.dropFirst(8)
      if points.contains(where: { $0.ewmaSignal != 0 }) { ewma += 1 }
      if points.contains(where: { $0.cusumSignal != 0 }) { cusum += 1 }
      quiet += points.count
    }
    #expect(quiet == 20_000)
    // Once in 500 periods is about one series of fifty in ten.
    #expect(10...70 ~= ewma && 10...80 ~= cusum)
  }

  @Test(arguments: [1.0, -1.0])
  func aLastingShiftOfOneStandardErrorIsFound(shift: Double) {
    let sign = shift > 0 ? 1 : -1
    var found = (ewma: 0, cusum: 0)
    for seed in 1...200 as ClosedRange<UInt64> {
      let points = chart(StandardSeries.normal(count: 48, shift: shift, from: 8, seed: seed)).points.dropFirst(8)
      if points.contains(where: { $0.ewmaSignal == sign }) { found.ewma += 1 }
      if points.contains(where: { $0.cusumSignal == sign }) { found.cusum += 1 }
    }
    #expect(found.ewma > 190 && found.cusum > 190)
  }

  @Test func aLargeShiftIsFoundAtOnce() throws {
    let series = StandardSeries.normal(count: 20, shift: 6, from: 12, seed: 4)
    let chart = chart(series)
    let ewma = try #require(chart.points.first { $0.ewmaSignal == 1 }).period
    let cusum = try #require(chart.points.first { $0.cusumSignal == 1 }).period
    #expect(12...13 ~= ewma && 12...13 ~= cusum)
  }

  private func chart(_ series: [Double]) -> ControlChart {
    ControlChart(values: StandardSeries.values(series), standardErrors: StandardSeries.errors(series.count))
  }
}
