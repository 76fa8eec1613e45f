import RequiteModel
import RequiteScoring
import Testing

/// The comparisons of METHODS B5 and the charts of B15, from facts to measures: the two periods of the references are two
/// months here.
@Suite struct ComparisonReferenceTests {
  private let facts: ReferenceFacts
  private let months: [Measure]

  init() throws {
    facts = try ReferenceFacts()
    months = try facts.months().measures()
  }

  @Test(arguments: [("2026-01", "p1"), ("2026-02", "p2")])
  func theMonthsAreThePeriodsOfTheReference(month: String, period: String) throws {
    let expected = facts.reference["weighted"][period]["adjust"]
    let score = try #require(months.find("loyalty.nps_weighted", period: month))
    #expect(isClose(score.estimate, expected["est"].double) && isClose(score.standardError, expected["se"].double))
  }

  @Test func theChangeAgrees() throws {
    let expected = facts.reference["difference"]
    let change = try #require(months.find("loyalty.change", period: "2026-02"))
    #expect(isClose(change.estimate, expected["diff"].double))
    #expect(isClose(change.standardError, expected["se"].double))
    #expect(isClose(change, to: expected["ci_t"]))
    // Four strata: the degrees of freedom are as many fewer than clusters.
    #expect(change.n - 4 == expected["df"].integer && change.reason == nil)
    #expect(isClose(months.find("loyalty.change_p", period: "2026-02")?.estimate, expected["p"].double))
    #expect(months.all("loyalty.change").count == 1)
  }

  /// The reference tests segments with five answers on either side; the two others are left out here.
  @Test func segmentTestsAgree() throws {
    let tested = try facts.months { !["gone", "tiny"].contains($0.levels[0]) }.measures()
    let expected = facts.reference["segment_tests"]
    #expect(tested.all("loyalty.segment_change_p").map(\.key.level) == expected.keys)
    for segment in expected.keys {
      func find(_ metric: String) -> Measure? {
        tested.find("loyalty.\(metric)", dimension: "segment", level: segment, period: "2026-02")
      }
      #expect(isClose(find("segment_change_p")?.estimate, expected[segment]["p"].double), "\(segment)")
      #expect(isClose(find("segment_change_q")?.estimate, expected[segment]["q_bh"].double), "\(segment)")
      let raw = ["2026-01", "2026-02"].map {
        tested.find("loyalty.nps", dimension: "segment", level: segment, period: $0)!.estimate!
      }
      #expect(isClose(find("segment_change")?.estimate, raw[1] - raw[0]), "\(segment)")
    }
  }

  @Test func mixAndRateAgree() throws {
    let expected = facts.reference["kitagawa"]["segments"]
    #expect(months.all("loyalty.mix_effect").map(\.key.level) == expected.keys)
    for segment in expected.keys {
      func find(_ metric: String) -> Double? {
        months.find("loyalty.\(metric)", dimension: "segment", level: segment, period: "2026-02")?.estimate
      }
      #expect(isClose(find("mix_effect"), expected[segment]["mix"].double), "\(segment)")
      #expect(isClose(find("rate_effect"), expected[segment]["rate"].double), "\(segment)")
    }
  }

  /// The periods are weeks here, one of them without an answer.
  @Test func theChartAgrees() throws {
    let points = facts.reference["control"]["points"].elements
    let settings = Night.settings(days: 140) { ($0.dimensions, $0.periods) = ([], .week) }
    let rows = try Fixture.rows("statistics/series.csv")
    let responses = rows.enumerated().flatMap { week, row in
      zip(["pro", "pas", "det"], [Int32(10), 8, 0]).flatMap { name, score in
        [ResponseSpec].crowd("w\(week)\(name)", Int(row[name]!)!, score: score, at: Int64(7 * week) * Night.day)
      }
    }
    let night = Night(responses: responses, settings: settings)
    let measures = try night.measures()
    #expect(measures.all("loyalty.trend_z").count == points.count)
    for point in points {
      let week = Int(point["period"].integer!) - 1
      func find(_ metric: String) -> Measure? {
        measures.find("loyalty.trend_\(metric)", period: night.plan.periods[week])
      }
      #expect(isClose(find("z")?.estimate, point["z"].double), "\(week)")
      #expect(isClose(find("ewma")?.estimate, point["ewma"].double), "\(week)")
      #expect(isClose(find("ewma")?.high, point["limit"].double), "\(week)")
      #expect(isClose(find("ewma")?.low, point["limit"].double.map { -$0 }), "\(week)")
      #expect(isClose(find("cusum_up")?.estimate, point["cusum_up"].double), "\(week)")
      #expect(isClose(find("cusum_down")?.estimate, point["cusum_down"].double), "\(week)")
      let signals = ["up": 1.0, "down": -1.0, "": 0]
      let (ewma, cusum) = (signals[point["ewma_signal"].text!]!, signals[point["cusum_signal"].text!]!)
      #expect(find("signal")?.estimate == (ewma != 0 ? ewma : cusum), "\(week)")
    }
  }
}
