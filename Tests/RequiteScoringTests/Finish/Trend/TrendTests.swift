import RequiteModel
import RequiteScoring
import RequiteStatistics
import Testing

@Suite struct TrendTests {
  private static let charted = ["trend_z", "trend_ewma", "trend_cusum_up", "trend_cusum_down", "trend_signal"]

  /// Promoters and detractors, week by week.
  private func night(_ weeks: [(Int, Int)], minimum: Int64 = 0) -> Night {
    let responses = weeks.enumerated().flatMap { week, people -> [ResponseSpec] in
      let at = Int64(7 * week) * Night.day
      return .crowd("p\(week)-", people.0, at: at) + .crowd("d\(week)-", people.1, score: 0, at: at)
    }
    return Night(
      responses: responses,
      settings: Night.settings(days: 160) {
        ($0.dimensions, $0.periods, $0.suppressionMinimum) = ([], .week, minimum)
      })
  }

  @Test func sevenWeeksAreNoBase() throws {
    let measures = try night(Array(repeating: (6, 4), count: 7)).measures()
    let signals = measures.all("loyalty.trend_signal")
    #expect(signals.count == 7)
    #expect(signals.allSatisfy { $0.estimate == nil && $0.reason == .denominatorTooSmall })
    #expect(measures.all("loyalty.trend_z").isEmpty)
  }

  @Test func eightWeeksAreABase() throws {
    let measures = try night(Array(repeating: (6, 4), count: 8)).measures()
    for metric in Self.charted { #expect(measures.all("loyalty." + metric).count == 8, "\(metric)") }
    #expect(measures.all("loyalty.trend_signal").allSatisfy { $0.estimate == 0 && $0.reason == nil })
  }

  @Test(arguments: [((2, 18), -1.0), ((20, 0), 1)] as [((Int, Int), Double)])
  func aShiftIsSignalled(after: (Int, Int), sign: Double) throws {
    let weeks = Array(repeating: (12, 8), count: 12) + Array(repeating: after, count: 8)
    let signals = try night(weeks).measures().all("loyalty.trend_signal").map(\.estimate)
    #expect(signals.count == 20)
    #expect(signals.prefix(12).allSatisfy { $0 == 0 })
    #expect(signals[13] == sign && signals[19] == sign)
  }

  @Test func emptyWeeksArePassedOver() throws {
    var weeks = Array(repeating: (6, 4), count: 12)
    weeks[3] = (0, 0)
    try expect(weeks, night(weeks).measures())
  }

  /// The fourth week is too small, and the sixth, the smallest of the others, goes with it.
  @Test func hiddenWeeksArePassedOver() throws {
    var weeks = Array(repeating: (9, 6), count: 12)
    weeks[3] = (3, 2)
    weeks[5] = (6, 6)
    let night = night(weeks, minimum: 10)
    let measures = try night.measures()
    for week in [3, 5] {
      #expect(measures.find("loyalty.nps", period: night.plan.periods[week])?.reason == .smallCell)
      #expect(measures.find("loyalty.trend_z", period: night.plan.periods[week]) == nil)
      weeks[week] = (0, 0)
    }
    try expect(weeks, measures)
  }

  private func expect(_ weeks: [(Int, Int)], _ measures: [Measure]) throws {
    let chart = ControlChart(
      periods: weeks.map { NetPromoter(promoters: Int64($0.0), passives: 0, detractors: Int64($0.1)) })
    let z = measures.all("loyalty.trend_z")
    #expect(z.map(\.estimate) == chart.points.map(\.z))
    #expect(z.map(\.n) == chart.points.map { Int64(weeks[$0.period].0 + weeks[$0.period].1) })
  }

  @Test func aBaseOfOneMindMeasuresNoDistance() throws {
    let signals = try night(Array(repeating: (5, 0), count: 9)).measures().all("loyalty.trend_signal")
    #expect(signals.count == 9 && signals.allSatisfy { $0.estimate == nil && $0.reason == .zeroVariance })
  }

  /// Ten weeks of a few threads, some of them without an end.
  private func threads(weeks: Int, minimum: Int64 = 0) -> Night {
    let events = (0..<weeks).flatMap { week -> [EventSpec] in
      let at = Int64(7 * week) * Night.day
      let helped = [EventSpec].crowd("h\(week)-", 3 + week % 3, at: at)
      let heard = [EventSpec].crowd("a\(week)-", 2, at: at, isResolved: false)
      return helped + heard + .crowd("n\(week)-", 1, at: at, answeredAfter: nil)
    }
    return Night(
      events: events,
      settings: Night.settings { ($0.dimensions, $0.periods, $0.suppressionMinimum) = ([], .week, minimum) })
  }

  @Test func theIndexIsChartedByItsLogarithm() throws {
    let measures = try threads(weeks: 10).measures()
    let indices = measures.all("reciprocity.index").filter { $0.key.period != "window" }
    let chart = ControlChart(
      values: indices.map(\.estimate), standardErrors: indices.map { $0.standardError! / $0.estimate! })
    let z = measures.all("reciprocity.trend_z")
    #expect(z.count == 10)
    for (measure, point) in zip(z, chart.points) { #expect(isClose(measure.estimate, point.z)) }
    #expect(measures.all("reciprocity.trend_signal").allSatisfy { $0.estimate == 0 })
  }

  @Test func fewIndicesAreNoBase() throws {
    let signals = try threads(weeks: 7).measures().all("reciprocity.trend_signal")
    #expect(signals.count == 7 && signals.allSatisfy { $0.estimate == nil && $0.reason == .denominatorTooSmall })
  }
}
