import RequiteStatistics
import Testing

@Suite struct ControlChartTests {
  @Test(arguments: 0...7)
  func fewPeriodsHaveNoBase(count: Int) {
    let empty = NetPromoter(promoters: 0, passives: 0, detractors: 0)
    let chart = ControlChart(
      periods: Array(repeating: NetPromoter(promoters: 2, passives: 1, detractors: 1), count: count) + [empty])
    #expect(chart.base == nil && chart.points.isEmpty)
    #expect(chart.reason == (count == 0 ? .noData : .denominatorTooSmall))
    let index = ControlChart(
      values: Array(repeating: 50, count: count), standardErrors: Array(repeating: 0.1, count: count))
    #expect(index.base == nil && index.points.isEmpty && index.reason == chart.reason)
  }

  @Test func aBaseOfOneMindMeasuresNothing() {
    let chart = ControlChart(periods: Array(repeating: NetPromoter(promoters: 9, passives: 0, detractors: 0), count: 9))
    #expect(chart.base?.mean == 1 && chart.base?.unitVariance == 0 && chart.points.isEmpty)
    #expect(chart.reason == .zeroVariance)
  }

  @Test func theBaseIsItsPeopleTogether() throws {
    let small = NetPromoter(promoters: 1, passives: 0, detractors: 0)
    let large = NetPromoter(promoters: 20, passives: 40, detractors: 40)
    let chart = ControlChart(periods: [small] + Array(repeating: large, count: 7) + [small])
    // 141 promoters and 280 detractors of 701: the ninth period is not of the base.
    #expect(chart.base?.mean == -139.0 / 701)
    #expect(chart.points.count == 9)
    let variance = try #require(chart.base?.unitVariance)
    #expect(isClose(chart.points[0].z, to: (1 + 139.0 / 701) / variance.squareRoot(), within: 1e-14))
  }

  @Test func emptyPeriodsAreSkippedAndKeepTheirPlace() {
    let full = (0..<12).map { NetPromoter(promoters: 5 + $0 % 3, passives: 4, detractors: 2) }
    let empty = NetPromoter(promoters: 0, passives: 0, detractors: 0)
    let chart = ControlChart(periods: full)
    let gaps = ControlChart(periods: [empty] + full[..<5] + [empty, empty] + full[5...] + [empty])
    #expect(gaps.points.map(\.period) == Array(1...5) + Array(8...14))
    #expect(gaps.points.map(\.ewma) == chart.points.map(\.ewma) && gaps.base == chart.base)
    #expect(gaps.points.map(\.limit) == chart.points.map(\.limit))
  }

  @Test func anIndexIsHeldAgainstItsMeanLogarithm() throws {
    // Doubling and halving by turns: logarithms ±ln 2 about that of 40.
    let values = (0..<10).map { $0.isMultiple(of: 2) ? 80.0 : 20.0 }
    let chart = ControlChart(values: values, standardErrors: Array(repeating: 0.5, count: 10))
    #expect(isClose(chart.base?.mean, to: 3.688879454113936, within: 1e-14) && chart.base?.unitVariance == nil)
    for (place, point) in chart.points.enumerated() {
      #expect(isClose(point.z, to: (place.isMultiple(of: 2) ? 2 : -2) * 0.6931471805599453, within: 1e-13))
    }
  }

  @Test func anIndexIsSkippedWhereEitherNumberIsMissing() {
    var values: [Double?] = Array(repeating: 50, count: 12)
    var errors: [Double?] = Array(repeating: 0.1, count: 12)
    values[1] = nil
    values[2] = 0
    errors[4] = nil
    errors[5] = 0
    let chart = ControlChart(values: values, standardErrors: errors)
    #expect(chart.points.map(\.period) == [0, 3, 6, 7, 8, 9, 10, 11])
  }

  @Test func sumsBeginAgainAfterASignal() {
    let distances = Array(repeating: 0, count: 8) + [2.9, 2.9, 2.9, 2.9]
    let chart = ControlChart(
      values: StandardSeries.values(distances), standardErrors: StandardSeries.errors(distances.count))
    let tail = chart.points.suffix(4)
    for (point, sum) in zip(tail, [2.4, 4.8, 7.2, 2.4]) { #expect(isClose(point.cusumUp, to: sum)) }
    #expect(tail.map(\.cusumSignal) == [0, 0, 1, 0])
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func aMirroredSeriesGivesAMirroredChart(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let periods = (0..<30).map { _ in
      NetPromoter(
        promoters: Int64.random(in: 0...20, using: &generator), passives: Int64.random(in: 1...20, using: &generator),
        detractors: Int64.random(in: 0...20, using: &generator))
    }
    let chart = ControlChart(periods: periods)
    let mirror = ControlChart(
      periods: periods.map { NetPromoter(promoters: $0.detractors, passives: $0.passives, detractors: $0.promoters) })
    #expect(chart.points.count == 30 && mirror.base?.unitVariance == chart.base?.unitVariance)
    for (one, other) in zip(chart.points, mirror.points) {
      #expect(one.z == -other.z && one.ewma == -other.ewma && one.limit == other.limit)
      #expect(one.cusumUp == other.cusumDown && one.cusumDown == other.cusumUp)
      #expect(one.ewmaSignal == -other.ewmaSignal && one.cusumSignal == -other.cusumSignal)
    }
  }
}
