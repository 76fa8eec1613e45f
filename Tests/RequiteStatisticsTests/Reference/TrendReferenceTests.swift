import RequiteStatistics
import Testing

/// The control charts of METHODS B15 against exact fractions.
@Suite struct TrendReferenceTests {
  /// The leaves asserted here; `points` with all fields of every point.
  static let covers = ["control/mu0", "control/v0", "control/points"]

  private let chart: ControlChart
  private let expected: JSONNode

  init() throws {
    chart = ControlChart(
      periods: try Fixture.rows("series.csv").map { row in
        NetPromoter(
          promoters: Int64(row["pro"]!)!, passives: Int64(row["pas"]!)!, detractors: Int64(row["det"]!)!)
      })
    expected = try Reference.python.node("control")
  }

  @Test func theBaseAgrees() throws {
    #expect(isClose(chart.base.map { $0.mean * 100 }, to: try expected["mu0"].double))
    #expect(isClose(chart.base?.unitVariance, to: try expected["v0"].double))
  }

  @Test func everyPointAgrees() throws {
    let rows = try expected["points"].elements
    try #require(rows.count == chart.points.count && rows.count == 17)
    for (point, row) in zip(chart.points, rows) {
      // The reference counts periods from 1.
      #expect(Double(point.period + 1) == (try row["period"].double))
      let numbers = [
        ("z", point.z), ("ewma", point.ewma), ("limit", point.limit), ("cusum_up", point.cusumUp),
        ("cusum_down", point.cusumDown),
      ]
      for (name, value) in numbers { #expect(isClose(value, to: try row[name].double)) }
      #expect(word(for: point.ewmaSignal) == (try row["ewma_signal"].text))
      #expect(word(for: point.cusumSignal) == (try row["cusum_signal"].text))
      #expect(row.keys.count == 8)
    }
  }

  private func word(for signal: Int) -> String {
    signal > 0 ? "up" : signal < 0 ? "down" : ""
  }
}
