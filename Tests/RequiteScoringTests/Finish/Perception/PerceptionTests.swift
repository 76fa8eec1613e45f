import RequiteModel
import RequiteScoring
import RequiteStatistics
import Testing

@Suite struct PerceptionTests {
  /// So many answers of one side to the wording `q`, of which so many are good.
  private func side(
    _ name: String, _ instrument: Instrument, good: Int, of n: Int, _ change: (inout ResponseSpec) -> Void = { _ in }
  ) -> [ResponseSpec] {
    (0..<n).map { place in
      ResponseSpec(
        id: name + String(place), customer: name + String(place), instrument: instrument, scale: "1-5",
        score: place < good ? 4 : 3, survey: "q"
      ).with(change)
    }
  }

  private func measures(_ responses: [ResponseSpec], minimum: Int64 = 0) throws -> [Measure] {
    try Night(responses: responses, settings: Night.settings { $0.suppressionMinimum = minimum }).measures()
      .filter { $0.key.metric.hasPrefix("perception.") }
  }

  @Test func unweightedTheIntervalIsNewcombes() throws {
    let measures = try measures(side("v", .`self`, good: 9, of: 10) + side("c", .csat, good: 4, of: 20))
    let expected = ShareDifference(Proportion(successes: 9, of: 10), Proportion(successes: 4, of: 20))
    let gap = try #require(measures.find("perception.gap"))
    #expect(
      gap.estimate == expected.difference && gap.low == expected.interval?.low && gap.high == expected.interval?.high)
    #expect(gap.n == 30 && gap.standardError == nil)
    let own = try #require(measures.find("perception.vendor_good"))
    #expect(own.estimate == 0.9 && own.numerator == 9 && own.n == 10)
    #expect(own.low == Proportion(successes: 9, of: 10).wilsonInterval?.low)
    #expect(measures.find("perception.customer_good")?.estimate == 0.2)
  }

  /// Weights that are all the same are no weights, except in the sums that a share is a quotient of.
  @Test func equalWeightsAreNone() throws {
    let responses = side("v", .`self`, good: 9, of: 10) + side("c", .csat, good: 4, of: 20)
    let plain = try measures(responses)
    let weighted = try measures(responses.map { $0.with { $0.weight = 3_000_000 } })
    #expect(weighted.map(\.numerator) == plain.map { $0.numerator.map { 3 * $0 } })
    #expect(weighted.map(\.denominator) == plain.map { $0.denominator.map { 3 * $0 } })
    func others(_ measures: [Measure]) -> [Measure] {
      measures.map {
        var measure = $0
        (measure.numerator, measure.denominator) = (nil, nil)
        return measure
      }
    }
    #expect(others(weighted) == others(plain))
  }

  @Test func weightedTheErrorsAreThoseOfRatios() throws {
    let customers = side("c", .csat, good: 4, of: 20).enumerated().map { place, response in
      response.with { $0.weight = place % 2 == 0 ? 1_000_000 : 3_000_000 }
    }
    let measures = try measures(side("v", .`self`, good: 9, of: 10) + customers)
    func estimate(_ answers: [(good: Bool, weight: Int128)]) throws -> RatioEstimate {
      let moments = answers.reduce(into: ClusterMoments()) { $0.add(y: $1.good ? $1.weight : 0, w: $1.weight) }
      return try RatioEstimate.estimate(strata: [StratumMoments(domain: moments)], bounds: .shares)
    }
    let asked = try estimate((0..<20).map { ($0 < 4, $0 % 2 == 0 ? 1 : 3) })
    let expected = RatioDifference.independent(
      asked, try estimate((0..<10).map { ($0 < 9, 1) }), bounds: .shareDifferences)
    let gap = try #require(measures.find("perception.gap"))
    #expect(isClose(gap.estimate, expected.difference) && isClose(gap.standardError, expected.standardError))
    #expect(isClose(gap.low, expected.interval?.low) && isClose(gap.high, expected.interval?.high))
    let share = try #require(measures.find("perception.customer_good"))
    #expect(isClose(share.standardError, asked.standardError))
    #expect(share.numerator == 8 && share.denominator == 40 && share.n == 20)
  }

  @Test func accountsAreClustersWhereWeightsDiffer() throws {
    let customers = side("c", .csat, good: 4, of: 20).enumerated().map { place, response in
      response.with { ($0.weight, $0.account) = (place % 2 == 0 ? 1_000_000 : 3_000_000, "a\(place % 4)") }
    }
    let own = side("v", .`self`, good: 9, of: 10)
    let apart = customers.map { $0.with { $0.account = "" } }
    let errors = try [customers, apart].map { try measures(own + $0).find("perception.customer_good")!.standardError! }
    #expect(errors[0] < errors[1] / 2)
  }

  /// Every wording both sides answered counts, on its own scale; what one side alone was asked does not.
  @Test func onlyTheSameWordingIsCompared() throws {
    let own = side("v", .`self`, good: 9, of: 10)
    let others =
      side("w", .csat, good: 5, of: 5) { $0.survey = "" } + side("x", .csat, good: 5, of: 5) { $0.survey = "other" }
      + side("y", .csat, good: 0, of: 5) { $0.scale = "1-7" }
    #expect(try measures(own + others).isEmpty)
    let second =
      side("z", .csat, good: 1, of: 2) { $0.survey = "r" } + side("u", .`self`, good: 1, of: 1) { $0.survey = "r" }
    let found = try measures(own + others + side("c", .csat, good: 4, of: 20) + second)
    #expect(found.find("perception.vendor_good")?.numerator == 10)
    #expect(found.find("perception.customer_good")?.denominator == 22)
  }

  /// The vendor's people know each other: with nine of them nothing is shown, whatever the least number is.
  @Test(arguments: [(9, 20, true), (10, 20, false), (20, 4, true), (20, 5, false)])
  func smallSidesAreHidden(own: Int, customers: Int, isHidden: Bool) throws {
    let responses = side("v", .`self`, good: 3, of: own) + side("c", .csat, good: 3, of: customers)
    let measures = try measures(responses, minimum: 5)
    #expect(measures.count == 3)
    #expect(measures.allSatisfy { ($0.reason == .smallCell && $0.n == 0) == isHidden })
  }
}
