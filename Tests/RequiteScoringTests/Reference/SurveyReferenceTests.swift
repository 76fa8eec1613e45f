import RequiteModel
import RequiteScoring
import Testing

/// Response rates (METHODS B7), perception gap and employee link (B14), from facts to measures.
@Suite struct SurveyReferenceTests {
  private let facts: ReferenceFacts

  init() throws {
    facts = try ReferenceFacts()
  }

  /// The reference has seven people who did not answer for other reasons, which no status says: the rates are worked
  /// out here from the rest.
  @Test func responseRatesFollowTheFormulas() throws {
    let config = facts.config["dispositions"]
    func count(_ name: String) -> Double { config[name].double! }
    let statuses: [(String, ResponseStatus)] = [
      ("I", .complete), ("P", .partial), ("R", .refused), ("NC", .invited), ("UO", .bounced),
      ("ineligible", .suppressed),
    ]
    let responses = statuses.flatMap { name, status in
      let isAnswer = status == .complete || status == .partial
      return [ResponseSpec].crowd(name, Int(count(name)), score: isAnswer ? 10 : nil) {
        ($0.status, $0.at, $0.invitedAt) = (status, isAnswer ? 5 : nil, 0)
      }
    }
    let measures = try Night(responses: responses, settings: Night.settings { $0.dimensions = [] }).measures()
    let (all, eligible) = (count("I") + count("P"), count("I") + count("P") + count("R") + count("NC"))
    let e = eligible / (eligible + count("ineligible"))
    let expected = [
      count("I") / (eligible + count("UO")), all / (eligible + count("UO")), count("I") / (eligible + e * count("UO")),
      all / (eligible + e * count("UO")), count("I") / eligible, all / eligible,
    ]
    for (place, rate) in expected.enumerated() {
      let measure = measures.find("loyalty.response_rate.rr\(place + 1)")
      #expect(isClose(measure?.estimate, rate))
      #expect(isClose(measure?.denominator, measure.map { $0.numerator! / rate }))
      #expect(measure?.n == Int64(all))
    }
  }

  @Test(arguments: [("customer", "perception"), ("zero", "perception_zero")])
  func thePerceptionGapAgrees(side: String, reference: String) throws {
    func answers(_ side: String, _ instrument: Instrument) -> [ResponseSpec] {
      let (yes, n) = (facts.config["perception"][side + "_yes"], facts.config["perception"][side + "_n"])
      return (0..<Int(n.integer!)).map { place in
        ResponseSpec(
          id: side + String(place), customer: side + String(place), instrument: instrument, scale: "1-5",
          score: place < yes.integer! ? 5 : 1, survey: "q")
      }
    }
    let measures = try Night(responses: answers("vendor", .`self`) + answers(side, .csat)).measures()
    let expected = facts.reference[reference]
    let gap = try #require(measures.find("perception.gap"))
    #expect(isClose(gap.estimate.map { $0 * 100 }, expected["gap"].double))
    #expect(isClose(gap, to: expected["ci"], times: 100))
    #expect(measures.find("perception.vendor_good")?.denominator == facts.config["perception"]["vendor_n"].double)
  }

  @Test func theEmployeeLinkAgrees() throws {
    let responses = try Fixture.rows("statistics/units.csv").flatMap { row in
      [("e", Instrument.enps), ("c", .nps)].flatMap { side, instrument in
        [("pro", Int32(10)), ("pas", 7), ("det", 3)].flatMap { name, score in
          [ResponseSpec].crowd(row["unit"]! + side + name, Int(row["\(side)_\(name)"]!)!, score: score) {
            ($0.instrument, $0.levels) = (instrument, [row["unit"]!])
          }
        }
      }
    }
    let measures = try Night(responses: responses, settings: Night.settings { $0.dimensions = [] }).measures()
    let expected = facts.reference["employee_link"]
    let pearson = try #require(measures.find("employee.pearson"))
    #expect(isClose(pearson.estimate, expected["pearson"].double))
    #expect(isClose(pearson, to: expected["ci"]))
    #expect(pearson.n == expected["units"].integer)
    #expect(isClose(measures.find("employee.spearman")?.estimate, expected["spearman"].double))
  }
}
