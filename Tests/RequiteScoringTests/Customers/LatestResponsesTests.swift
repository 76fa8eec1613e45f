import RequiteModel
import RequiteScoring
import Testing

private let day = Night.day

@Suite struct LatestResponsesTests {
  /// The unweighted score of the night, or `nil` without one.
  private func score(_ responses: ResponseSpec...) throws -> Double? {
    try Night(responses: responses).measures().find("loyalty.nps")?.estimate
  }

  private let promoter = ResponseSpec(id: "a", score: 10, at: 5)

  @Test func theLatestAnswerStands() throws {
    let later = promoter.with { ($0.id, $0.score, $0.at) = ("b", 0, 6) }
    #expect(try score(promoter, later) == -100)
    #expect(try score(later, promoter) == -100)
  }

  @Test func theGreaterIdStandsInTheSameSecond() throws {
    let rival = promoter.with { ($0.id, $0.score) = ("b", 0) }
    #expect(try score(promoter, rival) == -100)
    #expect(try score(rival, promoter) == -100)
  }

  @Test func idsCompareByBytes() throws {
    // "B" is less than "a" as bytes, whatever a dictionary says.
    #expect(try score(promoter, promoter.with { ($0.id, $0.score) = ("B", 0) }) == 100)
  }

  @Test func anotherInstrumentIsAnotherQuestion() throws {
    let effort = promoter.with { ($0.id, $0.instrument, $0.scale, $0.score, $0.at) = ("b", .ces, "1-7", 1, 6) }
    let measures = try Night(responses: [promoter, effort]).measures()
    #expect(measures.find("loyalty.nps")?.estimate == 100)
    #expect(measures.find("loyalty.ces_mean")?.estimate == 1)
  }

  @Test func aBlankScoreDisplacesNone() throws {
    let blank = promoter.with { ($0.id, $0.score, $0.at, $0.status) = ("b", nil, 6, .noScore) }
    #expect(try score(promoter, blank) == 100)
  }

  @Test(arguments: [ResponseStatus.refused, .unsubscribed, .bounced, .suppressed, .invited, .noScore])
  func onlyAnswersCount(status: ResponseStatus) throws {
    #expect(try score(promoter.with { $0.status = status }) == nil)
  }

  @Test(arguments: [(-1, nil), (0, 100), (100 * Night.day - 1, 100), (100 * Night.day, nil)] as [(Int64, Double?)])
  func theWindowIsHalfOpen(at: Int64, expected: Double?) throws {
    #expect(try score(promoter.with { $0.at = at }) == expected)
  }

  @Test func aScoreOutsideItsScaleIsNotCounted() throws {
    #expect(try score(promoter.with { $0.score = 11 }) == nil)
  }

  @Test func eachMonthHasItsOwnLatestAnswer() throws {
    let night = Night(
      responses: [
        promoter, promoter.with { ($0.id, $0.score, $0.at) = ("b", 0, 31 * day) },
        promoter.with { ($0.id, $0.score, $0.at) = ("c", 7, 32 * day) },
      ],
      settings: Night.settings { $0.periods = .month }, periods: ["2026-01", "2026-02", "2026-03"])
    let measures = try night.measures()
    #expect(measures.find("loyalty.nps", period: "2026-01")?.estimate == 100)
    #expect(measures.find("loyalty.nps", period: "2026-02")?.estimate == 0)
    #expect(measures.find("loyalty.nps", period: "2026-03") == nil)
    #expect(measures.find("loyalty.nps")?.estimate == 0)
  }

  @Test func dimensionsDivideTheWindow() throws {
    let night = Night(
      responses: [
        promoter.with { $0.levels = ["smb"] },
        promoter.with { ($0.id, $0.customer, $0.score, $0.channel) = ("b", "bea", 0, "sms") },
      ],
      settings: Night.settings { $0.dimensions = ["segment", "channel"] })
    let measures = try night.measures()
    #expect(measures.find("loyalty.nps", dimension: "segment", level: "smb")?.estimate == 100)
    #expect(measures.find("loyalty.nps", dimension: "segment", level: "")?.estimate == -100)
    #expect(measures.find("loyalty.nps", dimension: "channel", level: "email")?.estimate == 100)
    #expect(measures.find("loyalty.nps", dimension: "channel", level: "sms")?.estimate == -100)
  }
}
