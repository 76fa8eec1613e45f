import RequiteModel
import RequiteScoring
import Testing

/// METHODS B14: what each customer gives and gets, and where that places them.
@Suite struct BalanceTests {
  /// Weights of S1 and E1 alone, of which a late answer earns the first.
  private static func settings(answered: Int64 = 1, prompt: Int64 = 0) -> Settings {
    Night.settings { $0.leafWeights = [answered, 0, 0, prompt, 0, 0, 0, 0, 0, 0] }
  }

  /// So many customers with one answer and the same threads: of `threads`, `answered` got an answer, two days late.
  private func measures(
    _ customers: Int = 10, score: Int32 = 10, scale: String = "0-10", answered: Int = 1, of threads: Int = 1,
    settings: Settings = settings(), _ change: (inout ResponseSpec) -> Void = { _ in }
  ) throws -> [Measure] {
    let responses = [ResponseSpec].crowd("c", customers, score: score) {
      $0.scale = scale
      change(&$0)
    }
    let events = responses.flatMap { response in
      (0..<threads).flatMap { place in
        [EventSpec].thread(
          of: response.customer, at: Int64(place), answeredAfter: place < answered ? 2 * Night.day : nil)
      }
    }
    return try Night(events: events, responses: responses, settings: settings).measures()
  }

  /// With all customers alike the mean gap is that of each.
  @Test(
    arguments: [
      (10, "0-10", 1, 1, 0), (0, "0-10", 1, 1, 1000), (4, "1-7", 1, 1, 500),
      // 62.5 permille given and 62.5 returned are 63 both; 333.3 is 333.
      (1, "0-16", 0, 1, -63), (0, "0-16", 1, 16, 63), (1, "0-3", 0, 1, -333), (0, "0-10", 2, 3, 667),
    ] as [(Int32, String, Int, Int, Double)])
  func givenAndReturnedAreWholePermille(
    score: Int32, scale: String, answered: Int, threads: Int, gap: Double
  ) throws {
    let measures = try measures(score: score, scale: scale, answered: answered, of: threads)
    #expect(measures.find("balance.gap")?.estimate == gap)
  }

  /// Of 500 and 125 permille to equal weights the mean, 312.5, is 313.
  @Test func theMeanOfComponentsIsRoundedOnceMore() throws {
    let responses = [ResponseSpec].crowd("c", 10, score: 0)
    let events = responses.flatMap { response in
      (0..<8).flatMap { place in
        [EventSpec].thread(
          of: response.customer, at: Int64(place), answeredAfter: place == 0 ? 9 : place < 4 ? 2 * Night.day : nil)
      }
    }
    let night = Night(events: events, responses: responses, settings: Self.settings(answered: 1, prompt: 1))
    #expect(try night.measures().find("balance.gap")?.estimate == 313)
  }

  @Test(
    arguments: [
      (10, 600, "mutual"), (10, 599, "unrequited"), (0, 600, "indulged"), (0, 599, "estranged"),
      (8, 600, "undecided_returned"), (8, 599, "undecided_unreturned"),
    ] as [(Int32, Int64, String)])
  func sixHundredIsWellTreated(score: Int32, returned: Int64, quadrant: String) throws {
    let settings = Self.settings(answered: returned, prompt: 1000 - returned)
    let measures = try measures(score: score, settings: settings) { $0.weight = 2_500_000 }
    let counts = measures.filter {
      $0.key.dimension == "all" && $0.key.metric.hasPrefix("balance.") && $0.numerator != nil
    }
    #expect(counts.count == 6)
    for count in counts {
      let isIt = count.key.metric == "balance." + quadrant
      #expect(count.estimate == (isIt ? 10 : 0) && count.numerator == (isIt ? 25 : 0) && count.n == 10)
    }
  }

  @Test func nineCustomersAreCountedButNotJudged() throws {
    let measures = try measures(9)
    #expect(measures.find("balance.mutual")?.estimate == 9)
    for metric in ["reciprocity", "null", "rho", "ccc", "pearson", "gap"] {
      let measure = try #require(measures.find("balance." + metric))
      #expect(measure.estimate == nil && measure.n == 9 && measure.reason == .denominatorTooSmall)
    }
  }

  @Test func allAlikeHaveNoCorrelation() throws {
    let measures = try measures(score: 5, answered: 1, of: 2)
    for metric in ["ccc", "pearson"] { #expect(measures.find("balance." + metric)?.reason == .zeroVariance) }
    #expect(measures.find("balance.reciprocity")?.estimate == 1)
    #expect(measures.find("balance.rho")?.reason == .zeroVariance)
  }

  @Test func whereNothingIsGivenNothingIsMutual() throws {
    let measures = try measures(score: 0)
    for metric in ["reciprocity", "null", "rho"] {
      #expect(measures.find("balance." + metric)?.estimate == nil)
      #expect(measures.find("balance." + metric)?.reason == .noData)
    }
  }

  /// C4 follows from the answer itself: coming back to detractors changes nothing here, and makes nobody a customer.
  @Test func comingBackToDetractorsIsNoReturn() throws {
    let responses = [ResponseSpec].crowd("c", 10, score: 0)
    let followups = responses.map { response in
      EventSpec.says(response.id, at: 50, .surveyFollowup).with {
        ($0.thread, $0.customer) = (response.id, response.customer)
      }
    }
    let threads = responses.flatMap { [EventSpec].thread(of: $0.customer, answeredAfter: nil) }
    let measures = try [threads, threads + followups].map { try Night(events: $0, responses: responses).measures() }
    #expect(measures.map { $0.find("reciprocity.closed_loop")?.numerator } == [0, 10])
    #expect(measures[0].find("balance.gap")?.estimate == 0 && measures[1].find("balance.gap")?.estimate == 0)
    #expect(try Night(events: followups, responses: responses).measures().find("balance.gap") == nil)
  }

  @Test func youngThreadsReturnNothingYet() throws {
    let responses = [ResponseSpec].crowd("c", 10)
    let young = responses.flatMap { [EventSpec].thread(of: $0.customer, at: 90 * Night.day) }
    #expect(try Night(events: young, responses: responses).measures().find("balance.gap") == nil)
  }

  @Test func theLatestAnswerOfTheWindowIsGiven() throws {
    let first = [ResponseSpec].crowd("c", 10)
    let second = first.again("'") { ($0.at, $0.score) = (9, 0) }
    let night = Night(events: first.flatMap { [EventSpec].thread(of: $0.customer) }, responses: first + second)
    #expect(try night.measures().find("balance.indulged")?.estimate == 10)
  }

  @Test func cellsAreThoseOfTheAnswer() throws {
    let measures = try measures { $0.channel = "sms" }
    #expect(measures.find("balance.mutual", dimension: "channel", level: "sms")?.n == 10)
    #expect(measures.find("balance.mutual", dimension: "channel", level: "email") == nil)
    #expect(!measures.contains { $0.key.metric.hasPrefix("balance.") && $0.key.period != "window" })
  }

  @Test func coverageIsOfAllWhoAnsweredOrWereDealtWith() throws {
    let night = Night(
      events: .crowd("c", 4) + .crowd("x", 5), responses: .crowd("c", 4) + .crowd("y", 1), settings: Self.settings())
    let coverage = try #require(night.measures().find("diagnostics.balance_coverage"))
    #expect(coverage.estimate == 0.4 && coverage.numerator == 4 && coverage.denominator == 10)
  }

  /// Four who answered and wrote are too few to be counted, however many did one or the other.
  @Test func aSmallBalanceHidesItsCoverage() throws {
    let night = Night(
      events: .crowd("c", 4) + .crowd("x", 20), responses: .crowd("c", 4) + .crowd("y", 20),
      settings: Night.settings { $0.suppressionMinimum = 10 })
    let measures = try night.measures()
    #expect(measures.find("balance.mutual")?.reason == .smallCell)
    #expect(measures.find("diagnostics.balance_coverage")?.reason == .smallCell)
    #expect(measures.find("loyalty.nps")?.n == 24)
  }
}
