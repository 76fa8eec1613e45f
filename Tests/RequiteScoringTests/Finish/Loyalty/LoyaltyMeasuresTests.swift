import RequiteModel
import RequiteScoring
import Testing

@Suite struct LoyaltyMeasuresTests {
  /// One respondent per score.
  private func scores(_ scores: [Int32], _ change: (inout ResponseSpec) -> Void = { _ in }) -> [ResponseSpec] {
    scores.enumerated().map { place, score in
      ResponseSpec(id: "r\(place)", customer: "c\(place)", score: score).with(change)
    }
  }

  @Test func scalesAreNeverPooled() throws {
    let responses =
      scores([10, 10, 0])
      + scores([1, 1]) { ($0.id, $0.customer, $0.scale) = ($0.id + "x", $0.customer + "x", "1-5") }
    let measures = try Night(responses: responses).measures()
    #expect(measures.find("loyalty.nps")?.n == 3)
    #expect(measures.find("diagnostics.other_scales")?.estimate == 2)
  }

  @Test func amongEqualScalesTheFirstInBytesIsPublished() throws {
    let responses = scores([5]) { $0.scale = "1-5" } + scores([0]) { ($0.id, $0.customer) = ("x", "x") }
    #expect(try Night(responses: responses).measures().find("loyalty.nps")?.estimate == -100)
  }

  @Test func satisfactionIsTheTwoHighestScores() throws {
    let measures = try Night(responses: scores([5, 4, 3, 2]) { ($0.instrument, $0.scale) = (.csat, "1-5") }).measures()
    #expect(measures.find("loyalty.csat_top2")?.estimate == 0.5)
    #expect(measures.find("loyalty.csat_mean")?.estimate == 3.5)
    #expect(measures.find("loyalty.nps")?.reason == .noData)
  }

  @Test func agreementIsFiveAndAboveOfSeven() throws {
    let measures = try Night(responses: scores([7, 5, 4, 1]) { ($0.instrument, $0.scale) = (.ces, "1-7") }).measures()
    #expect(measures.find("loyalty.ces_agree")?.estimate == 0.5)
    #expect(measures.find("loyalty.ces_mean")?.estimate == 4.25)
  }

  @Test func onAnotherScaleThereIsNoAgreement() throws {
    let measures = try Night(responses: scores([5, 1]) { ($0.instrument, $0.scale) = (.ces, "1-5") }).measures()
    #expect(measures.find("loyalty.ces_agree") == nil)
    #expect(measures.find("loyalty.ces_mean")?.estimate == 3)
  }

  @Test func employeesHaveAScoreOfTheirOwn() throws {
    let measures = try Night(responses: scores([10, 9, 8, 0]) { $0.instrument = .enps }).measures()
    #expect(measures.find("loyalty.enps")?.estimate == 25)
    #expect(measures.find("loyalty.promoters") == nil)
  }

  @Test func weightsMoveTheWeightedScoreOnly() throws {
    var responses = scores([10, 0, 0])
    responses[0].weight = 4_000_000
    let measures = try Night(responses: responses).measures()
    let weighted = try #require(measures.find("loyalty.nps_weighted"))
    #expect(abs(measures.find("loyalty.nps")!.estimate! + 100.0 / 3) < 1e-12)
    #expect(abs(weighted.estimate! - 100.0 / 3) < 1e-12)
    #expect(weighted.numerator == 2 && weighted.denominator == 6)
    #expect(measures.find("loyalty.effective_n")?.estimate == 2)
    #expect(measures.find("loyalty.design_effect")?.estimate == 1.5)
  }

  @Test func unanimityHasAnIntervalAllTheSame() throws {
    let measures = try Night(responses: scores([10, 10, 10, 10, 10, 10])).measures()
    let weighted = try #require(measures.find("loyalty.nps_weighted"))
    #expect(weighted.standardError == 0 && weighted.reason == .zeroVariance)
    #expect(abs(weighted.low! - 25.924923774637882) < 1e-9)
    #expect(weighted.high == 100)
  }

  @Test func anAccountIsOneCluster() throws {
    let responses = scores([10, 0, 10, 0]) { $0.account = $0.customer < "c2" ? "one" : "two" }
    let apart = try #require(Night(responses: scores([10, 0, 10, 0])).measures().find("loyalty.nps_weighted"))
    let joined = try #require(Night(responses: responses).measures().find("loyalty.nps_weighted"))
    #expect(apart.standardError! > 0)
    #expect(joined.standardError == 0)
    #expect(joined.n == 4)
  }

  @Test func anAccountInTwoStrataIsCountedAndNested() throws {
    let responses = scores([10, 0, 10, 0]) {
      ($0.account, $0.stratum) = ("one", $0.customer < "c2" ? "north" : "south")
    }
    let measures = try Night(responses: responses).measures()
    #expect(measures.find("diagnostics.clusters_in_two_strata")?.estimate == 1)
    #expect(measures.find("loyalty.nps_weighted")?.estimate == 0)
  }

  @Test func aPostIsAClusterWhateverItsAccount() throws {
    let posts = scores([2, -2]) { ($0.instrument, $0.scale, $0.votes, $0.account) = (.votes, "net", 2, "one") }
    let votes = try #require(Night(responses: posts).measures().find("loyalty.votes_net"))
    #expect(votes.estimate == 0 && votes.standardError! > 0)
  }

  @Test(arguments: [(1, 2), (3, 2), (0, 0), (2, -2), (1, Int64.max)] as [(Int32, Int64)])
  func votesThatCannotAddUpAreNotCounted(net: Int32, count: Int64) throws {
    let post = ResponseSpec(id: "p", instrument: .votes, scale: "net", score: net, votes: count)
    #expect(try Night(responses: [post]).measures().find("loyalty.votes_net") == nil)
  }

  @Test func aLonelyStratumMayTakeTheVarianceAway() throws {
    let responses =
      scores([10, 0]) { $0.stratum = "north" } + [ResponseSpec(id: "x", customer: "x", score: 10, stratum: "isle")]
    let settings = Night.settings { $0.lonelyStratum = .fail }
    let weighted = try #require(Night(responses: responses, settings: settings).measures().find("loyalty.nps_weighted"))
    #expect(abs(weighted.estimate! - 100.0 / 3) < 1e-12)
    #expect(weighted.standardError == nil && weighted.reason == .tooFewForVariance)
  }

  @Test func aPopulationSmallerThanItsSampleIsAFailure() {
    let settings = Night.settings { $0.strataPopulation = ["north": 1] }
    let night = Night(responses: scores([10, 0]) { $0.stratum = "north" }, settings: settings)
    #expect(throws: FinishFailure.populationTooSmall(vendor: "acme", stratum: "north", clusters: 2, population: 1)) {
      try night.measures()
    }
  }
}
