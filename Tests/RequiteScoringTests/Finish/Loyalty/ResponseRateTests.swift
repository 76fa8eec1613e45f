import RequiteModel
import RequiteScoring
import Testing

@Suite struct ResponseRateTests {
  private let complete = ResponseSpec(id: "complete", customer: "ada", score: 9, at: 5)
  private let refused = ResponseSpec(
    id: "refused", customer: "bea", score: nil, at: nil, invitedAt: 0, status: .refused)

  private func invitation(_ status: ResponseStatus) -> ResponseSpec {
    let isAnswer = status == .complete || status == .partial
    return ResponseSpec(
      id: "more", customer: "cyn", score: isAnswer ? 9 : nil, at: isAnswer ? 5 : nil, invitedAt: 0, status: status)
  }

  private func rates(_ measures: [Measure], period: String = "window") -> [Double?] {
    (1...6).map { measures.find("loyalty.response_rate.rr\($0)", period: period)?.estimate }
  }

  /// Rates 1, 2, 3 and 5 of an answer, a refusal and one invitation more.
  @Test(
    arguments: [
      (.complete, [2 / 3, 2 / 3, 2 / 3, 2 / 3]), (.partial, [1 / 3, 2 / 3, 1 / 3, 1 / 3]),
      (.noScore, [1 / 3, 1 / 3, 1 / 3, 1 / 3]), (.invited, [1 / 3, 1 / 3, 1 / 3, 1 / 3]),
      (.refused, [1 / 3, 1 / 3, 1 / 3, 1 / 3]), (.unsubscribed, [1 / 3, 1 / 3, 1 / 3, 1 / 3]),
      (.bounced, [1 / 3, 1 / 3, 1 / 3, 1 / 2]), (.suppressed, [1 / 2, 1 / 2, 1 / 2, 1 / 2]),
      (.test, [1 / 2, 1 / 2, 1 / 2, 1 / 2]), (.spam, [1 / 2, 1 / 2, 1 / 2, 1 / 2]),
    ] as [(ResponseStatus, [Double])])
  func everyStatusHasItsDisposition(status: ResponseStatus, expected: [Double]) throws {
    let rates = rates(try Night(responses: [complete, refused, invitation(status)]).measures())
    for (rate, expected) in zip([rates[0], rates[1], rates[2], rates[4]], expected) {
      #expect(abs(try #require(rate) - expected) < 1e-12)
    }
  }

  @Test func ofUnknownPeopleAsManyAreEligibleAsOfTheKnown() throws {
    let responses = [complete, refused, invitation(.bounced), invitation(.suppressed).with { $0.id = "less" }]
    // e = 2/3, so that RR3 = 1/(2 + 2/3).
    #expect(abs(try #require(rates(Night(responses: responses).measures())[2]) - 3 / 8) < 1e-12)
  }

  @Test func answersAloneAreNoRate() throws {
    let measures = try Night(responses: .crowd("c", 3)).measures()
    let rows = measures.filter { $0.key.dimension == "all" && $0.key.metric.hasPrefix("loyalty.response_rate") }
    #expect(rows.count == 6)
    #expect(rows.allSatisfy { $0.estimate == nil && $0.denominator == nil && $0.reason == .noData && $0.n == 3 })
    for metric in ["loyalty.nps_worst", "loyalty.nps_best"] {
      #expect(measures.find(metric)?.estimate == nil && measures.find(metric)?.reason == .noData)
    }
  }

  @Test func invitationsWithoutAnAnswerAreARateOfNothing() throws {
    let measures = try Night(responses: [refused]).measures()
    #expect(rates(measures) == Array(repeating: 0, count: 6))
    #expect(measures.find("loyalty.nps_worst")?.reason == .noData)
  }

  @Test func whoIsNotToBeAskedIsNoInvitation() throws {
    #expect(rates(try Night(responses: [invitation(.suppressed)]).measures()) == Array(repeating: nil, count: 6))
  }

  /// Four of eight are silent: the net of three promoters and a detractor, less four or more.
  @Test func worstAndBestTakeTheSilentForOneSide() throws {
    let silent = [ResponseSpec].crowd("s", 4, score: nil) { ($0.at, $0.invitedAt, $0.status) = (nil, 0, .invited) }
    let measures = try Night(responses: .crowd("p", 3) + .crowd("d", 1, score: 0) + silent).measures()
    #expect(measures.find("loyalty.nps_worst")?.estimate == -25)
    #expect(measures.find("loyalty.nps_best")?.estimate == 75)
    #expect(measures.find("loyalty.nps_best")?.n == 4)
  }

  @Test func everyInvitationCountsAndNotTheLatestAlone() throws {
    let again = complete.with { ($0.id, $0.at) = ("again", 6) }
    let measures = try Night(responses: [complete, again, refused]).measures()
    #expect(measures.find("loyalty.response_rate.rr1")?.numerator == 2)
    #expect(measures.find("loyalty.nps")?.n == 1)
  }

  @Test func otherInstrumentsHaveNoRate() throws {
    let responses = [complete, refused].map { $0.with { $0.instrument = .csat } }
    #expect(rates(try Night(responses: responses).measures()) == Array(repeating: nil, count: 6))
  }

  /// An answered invitation counts when it was answered, any other when it was sent.
  @Test func anInvitationBelongsToItsMonth() throws {
    let sent = refused.with { $0.invitedAt = 40 * Night.day }
    let answered = complete.with { ($0.invitedAt, $0.at) = (-Night.day, 41 * Night.day) }
    let tooEarly = refused.with { ($0.id, $0.invitedAt) = ("early", -1) }
    let measures = try Night(
      responses: [sent, answered, tooEarly], settings: Night.settings { $0.periods = .month }
    ).measures()
    #expect(rates(measures, period: "2026-02").allSatisfy { $0 == 0.5 })
    #expect(rates(measures, period: "2026-01").allSatisfy { $0 == nil })
    #expect(rates(measures).allSatisfy { $0 == 0.5 })
  }

  /// Three were asked by chat and said nothing; what became of the others' invitations would tell of them.
  @Test func invitationsOfFewAreHiddenThoughNobodyAnswered() throws {
    let responses =
      [ResponseSpec].crowd("e", 20) + [ResponseSpec].crowd("s", 12) { $0.channel = "sms" }
      + [ResponseSpec].crowd("c", 3, score: nil) {
        ($0.at, $0.invitedAt, $0.status, $0.channel) = (nil, 0, .invited, "chat")
      }
    let measures = try Night(responses: responses, settings: Night.settings { $0.suppressionMinimum = 10 }).measures()
    func rate(_ channel: String) -> Measure? {
      measures.find("loyalty.response_rate.rr1", dimension: "channel", level: channel)
    }
    #expect(rate("chat")?.reason == .smallCell && rate("sms")?.reason == .smallCell)
    #expect(rate("email")?.reason == .noData)
    #expect(measures.find("loyalty.nps", dimension: "channel", level: "sms")?.estimate == 100)
  }
}
