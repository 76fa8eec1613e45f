import RequiteModel
import RequiteScoring
import Testing

/// METHODS B0.6: whatever is missing says why, and every why occurs.
@Suite struct ReasonsTests {
  private static let margins = Night.settings {
    $0.raking.margins = [.init(name: "channel", shares: [.init(level: "nowhere", billionths: 1_000_000_000)])]
    $0.minimumDenominator = 2
  }

  @Test func everyReasonOccurs() throws {
    let nights = [
      Night(events: [.asks("1", at: 0)], responses: .crowd("a", 1), settings: Self.margins, otherVendors: ["quiet"]),
      Night(events: [.says("1", at: 0, by: "ann")], responses: .crowd("a", 3)),
      Night(responses: .crowd("a", 3), settings: Night.settings { $0.suppressionMinimum = 5 }),
    ]
    let reasons = try nights.flatMap { try $0.measures().compactMap(\.reason) }
    #expect(Set(reasons) == Set(Reason.allCases))
  }

  /// From nothing at all to two of everything, answered or not, of one mind or not.
  @Test(arguments: 0...2, [[10, 10], [10, 0], [0, 0]] as [[Int32]])
  func littleIsNoTrouble(count: Int, scores: [Int32]) throws {
    for wait in [9, nil] as [Int64?] {
      let instruments: [Instrument] = [.nps, .csat, .ces, .enps, .`self`]
      let responses = instruments.flatMap { instrument in
        (0..<count).map { place in
          ResponseSpec(
            id: "\(instrument)\(place)", customer: "c\(place)", instrument: instrument, score: scores[place],
            survey: "q",
            levels: ["u"])
        }
      }
      let night = Night(
        events: .crowd("c", count, answeredAfter: wait),
        responses: responses + responses.again("'") { $0.at = 40 * Night.day },
        settings: Night.settings {
          ($0.dimensions, $0.periods) = (["segment", "channel"], .month)
          $0.raking.margins = [.init(name: "channel", shares: [.init(level: "email", billionths: 1_000_000_000)])]
        }, otherVendors: ["acme"])
      expectSense(in: try night.measures())
    }
  }

  @Test func everythingElseMakesSenseToo() throws {
    expectSense(in: try RandomFacts(seed: 5).night().with { $0.suppressionMinimum = 0 }.measures())
  }

  private func expectSense(in measures: [Measure]) {
    #expect(!measures.isEmpty)
    for measure in measures {
      #expect(measure.estimate != nil || measure.reason != nil, "\(measure.key)")
      let parts = [
        measure.estimate, measure.standardError, measure.low, measure.high, measure.numerator, measure.denominator,
      ]
      #expect(parts.allSatisfy { $0?.isFinite ?? true }, "\(measure.key)")
      #expect((measure.standardError ?? 0) >= 0 && measure.n >= 0, "\(measure.key)")
      #expect((measure.low == nil) == (measure.high == nil) || measure.key.metric == "first_answer.median_seconds")
      if let low = measure.low, let high = measure.high { #expect(low <= high, "\(measure.key)") }
    }
  }
}
