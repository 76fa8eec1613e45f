import RequiteModel
import RequiteScoring
import Testing

private let day = Night.day

@Suite struct ClosedLoopTests {
  private let detractor = ResponseSpec(id: "r", score: 6, at: 1000)

  private func cases(_ responses: [ResponseSpec], _ followups: EventSpec...) throws -> [Double?] {
    let measures = try Night(events: followups, responses: responses).measures()
    let measure = try #require(measures.find("reciprocity.closed_loop"))
    return [measure.numerator, measure.denominator]
  }

  @Test(arguments: [(999, 0), (1000, 1), (1000 + 7 * Night.day, 1), (1001 + 7 * Night.day, 0)] as [(Int64, Double)])
  func theVendorHasSoManyDays(at: Int64, closed: Double) throws {
    #expect(try cases([detractor], .says("1", at: at, .surveyFollowup)) == [closed, 1])
  }

  @Test func onlyDetractorsAreCases() throws {
    #expect(try cases([detractor.with { $0.score = 7 }], .says("1", at: 2000, .surveyFollowup)) == [0, 0])
  }

  @Test func theLatestAnswerDecides() throws {
    #expect(try cases([detractor, detractor.with { ($0.id, $0.score, $0.at) = ("s", 9, 2000) }]) == [0, 0])
  }

  @Test func aCaseBeginsWhenItsTimeHasPassed() throws {
    #expect(try cases([detractor.with { $0.at = 93 * day }]) == [0, 1])
    #expect(try cases([detractor.with { $0.at = 93 * day + 1 }]) == [0, 0])
  }

  @Test func anotherCustomersFollowupClosesNothing() throws {
    #expect(try cases([detractor], .says("1", at: 2000, .surveyFollowup).with { $0.customer = "bea" }) == [0, 1])
  }

  @Test func otherInstrumentsHaveNoLoop() throws {
    #expect(try cases([detractor.with { ($0.instrument, $0.score) = (.csat, 0) }]) == [0, 0])
  }

  @Test func aCustomerWithOnlyACaseIsACustomer() throws {
    let measures = try Night(responses: [detractor, detractor.with { ($0.id, $0.customer) = ("s", "bea") }]).measures()
    #expect(measures.find("reciprocity.closed_loop")?.n == 2)
  }
}
