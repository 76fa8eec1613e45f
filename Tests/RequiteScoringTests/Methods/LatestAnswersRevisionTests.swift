import RequiteModel
import RequiteScoring
import Testing

/// Whether partial responses count: the stage `latest_answers`.
@Suite struct LatestAnswersRevisionTests {
  private let second = Method(released: "2026.2")!

  private func measures(_ method: Method, _ responses: [ResponseSpec], events: [EventSpec] = []) throws -> [Measure] {
    try Night(events: events, responses: responses, settings: Night.settings { $0.method = method }).measures()
  }

  /// Three promoters, one passive and two detractors, of which the last broke off.
  private let answers = ([10, 9, 10, 8, 0, 3] as [Int32]).enumerated().map { place, score in
    ResponseSpec(
      id: "r\(place)", customer: "c\(place)", score: score, at: Int64(place), invitedAt: 0,
      status: place == 5 ? .partial : .complete)
  }

  @Test func theExampleOfTheArticleIsRight() throws {
    let before = try #require(measures(.current, answers).find("loyalty.nps"))
    let after = try #require(measures(second, answers).find("loyalty.nps"))
    #expect(before.numerator == 1 && before.denominator == 6 && abs(before.estimate! - 100.0 / 6) < 1e-12)
    #expect(after.numerator == 2 && after.denominator == 5 && after.estimate == 40)
  }

  @Test func onlyTheStageAsksForIt() throws {
    let between = Method.current.adopting(.latestAnswers, of: second)
    #expect(try measures(between, answers).find("loyalty.nps")?.estimate == 40)
    let other = Method.current.adopting(.variance, of: second)
    #expect(try measures(other, answers) == measures(.current, answers))
  }

  @Test func responseRatesAlwaysHadARowForEither() throws {
    let (before, after) = (try measures(.current, answers), try measures(second, answers))
    for rate in 1...6 {
      let metric = "loyalty.response_rate.rr\(rate)"
      #expect(before.find(metric) == after.find(metric))
    }
  }

  @Test func aPartialAnswerDisplacesNone() throws {
    let early = ResponseSpec(id: "a", score: 10, at: 5)
    let late = ResponseSpec(id: "b", score: 0, at: 6, status: .partial)
    #expect(try measures(.current, [early, late]).find("loyalty.nps")?.estimate == -100)
    #expect(try measures(second, [early, late]).find("loyalty.nps")?.estimate == 100)
    #expect(try measures(second, [late]).find("loyalty.nps")?.estimate == nil)
  }

  @Test func nobodyIsToCallBackWhoBrokeOff() throws {
    let detractor = ResponseSpec(id: "a", score: 0, at: 5 * Night.day, status: .partial)
    let question = [EventSpec.asks("e", at: Night.day), EventSpec.says("f", at: Night.day + 60)]
    let before = try measures(.current, [detractor], events: question).find("reciprocity.closed_loop")
    let after = try measures(second, [detractor], events: question).find("reciprocity.closed_loop")
    #expect(before?.denominator == 1 && before?.numerator == 0)
    #expect(after?.estimate == nil && after?.reason == .noData)
  }

  @Test func withoutPartialResponsesNothingMoves() throws {
    let complete = answers.map { $0.with { $0.status = .complete } }
    #expect(try measures(second, complete) == measures(.current, complete))
  }
}
