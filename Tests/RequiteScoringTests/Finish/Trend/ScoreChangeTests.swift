import RequiteModel
import RequiteScoring
import RequiteStatistics
import Testing

private let february = 40 * Night.day

@Suite struct ScoreChangeTests {
  private func night(_ responses: [ResponseSpec], _ change: (inout Settings) -> Void = { _ in }) -> Night {
    Night(
      responses: responses,
      settings: Night.settings {
        ($0.dimensions, $0.periods) = ([], .month)
        change(&$0)
      })
  }

  private func change(_ responses: [ResponseSpec], _ change: (inout Settings) -> Void = { _ in }) throws -> Measure {
    try #require(night(responses, change).measures().find("loyalty.change", period: "2026-02"))
  }

  private func expect(_ change: Measure, _ moments: PairMoments) throws {
    let expected = try RatioDifference.estimate(strata: [PairStratum(moments: moments)])
    #expect(isClose(change.estimate, expected.difference.map { $0 * 100 }))
    #expect(isClose(change.standardError, expected.standardError.map { $0 * 100 }))
    #expect(isClose(change.low, expected.interval.map { $0.low * 100 }))
    #expect(isClose(change.high, expected.interval.map { $0.high * 100 }))
    #expect(change.n == Int64(moments.n))
  }

  /// Scores of January and of February.
  private func moments(_ clusters: [(earlier: [Int32], later: [Int32])]) -> PairMoments {
    func totals(_ scores: [Int32]) -> (y: Int128, w: Int128) {
      (Int128(scores.reduce(0) { $0 + ($1 >= 9 ? 1 : $1 <= 6 ? -1 : 0) }), Int128(scores.count))
    }
    return clusters.reduce(into: PairMoments()) { moments, cluster in
      let (a, b) = (totals(cluster.earlier), totals(cluster.later))
      moments.add(ya: a.y, wa: a.w, yb: b.y, wb: b.w)
    }
  }

  private let january = [ResponseSpec].crowd("p", 6) + .crowd("q", 3, score: 8) + .crowd("d", 5, score: 0)

  @Test func whoAnswersInBothMonthsIsOneCluster() throws {
    let later = january.again("'") { ($0.at, $0.score) = (february, $0.score == 8 ? 9 : $0.score) }
    let clusters = january.map { ([$0.score!], [$0.score == 8 ? 9 : $0.score!]) }
    try expect(change(january + later), moments(clusters))
  }

  @Test func strangersAreTwoClusters() throws {
    let later = january.again("'") { ($0.at, $0.score, $0.customer) = (february, 10, $0.customer + "'") }
    let clusters = january.map { ([$0.score!], [Int32]()) } + later.map { ([Int32](), [$0.score!]) }
    try expect(change(january + later), moments(clusters))
  }

  @Test func theSamePeopleTellMoreThanStrangers() throws {
    func later(_ mark: String) -> [ResponseSpec] {
      january.again("'") {
        ($0.at, $0.score, $0.customer) = (february, $0.score == 8 ? 9 : $0.score, $0.customer + mark)
      }
    }
    let (same, strangers) = (try change(january + later("")), try change(january + later("'")))
    #expect(same.estimate == strangers.estimate)
    #expect(same.standardError! < strangers.standardError! / 2)
  }

  /// Two people of one account, one asked in January and one in February.
  @Test func anAccountIsOneClusterWhoeverAnswers() throws {
    let later = january.again("'") { ($0.at, $0.score, $0.customer) = (february, 10, $0.customer + "'") }
    let joined = (january + later).map { response in response.with { $0.account = String($0.customer.prefix(2)) } }
    let accounts = january.map { ([$0.score!], [Int32(10)]) }
    try expect(change(joined), moments(accounts))
  }

  @Test func nothingMovedIsSureButHasNoTest() throws {
    let same = january + january.again("'") { $0.at = february }
    let measures = try night(same).measures()
    let change = try #require(measures.find("loyalty.change", period: "2026-02"))
    #expect(change.estimate == 0 && change.standardError == 0 && change.reason == .zeroVariance)
    let p = try #require(measures.find("loyalty.change_p", period: "2026-02"))
    #expect(p.estimate == nil && p.reason == .zeroVariance)
  }

  @Test func thePValueIsThatOfTheInterval() throws {
    let later = january.again("'") { ($0.at, $0.score, $0.customer) = (february, 10, $0.customer + "'") }
    let measures = try night(january + later).measures()
    let change = try #require(measures.find("loyalty.change", period: "2026-02"))
    let p = try #require(measures.find("loyalty.change_p", period: "2026-02")?.estimate)
    #expect((p < 0.05) == !(change.low! <= 0 && 0 <= change.high!))
    #expect(p > 0 && p < 1)
  }

  @Test func weightsCount() throws {
    let later = january.again("'") { ($0.at, $0.score, $0.weight) = (february, 10, 3_000_000) }
    var moments = PairMoments()
    for response in january {
      moments.add(ya: response.score == 10 ? 1 : response.score == 0 ? -1 : 0, wa: 1, yb: 3, wb: 3)
    }
    try expect(change(january + later), moments)
  }

  @Test func withoutTheMonthBeforeThereIsNoChange() throws {
    let march = january.again("'") { $0.at = 70 * Night.day }
    #expect(try night(january + march).measures().all("loyalty.change").isEmpty)
  }

  @Test func oneClusterSaysNothingOfChance() throws {
    let one = [ResponseSpec(id: "a", score: 10), ResponseSpec(id: "b", score: 0, at: february)]
    let measures = try night(one).measures()
    let change = try #require(measures.find("loyalty.change", period: "2026-02"))
    #expect(change.estimate == -200 && change.low == nil && change.reason == .tooFewForVariance)
    #expect(measures.find("loyalty.change_p", period: "2026-02")?.reason == .tooFewForVariance)
  }

  /// Under `fail`, as in the score itself.
  @Test func aLonelyStratumMayTakeTheVarianceAway() throws {
    let later = january.again("'") { ($0.at, $0.score, $0.customer) = (february, 10, $0.customer + "'") }
    let isle = ResponseSpec(id: "x", customer: "x", score: 10, at: february, stratum: "isle")
    let change = try change(january + later + [isle]) { $0.lonelyStratum = .fail }
    #expect(change.estimate != nil && change.standardError == nil && change.low == nil)
    #expect(change.reason == .tooFewForVariance)
    #expect(try self.change(january + later + [isle]).standardError != nil)
  }

  @Test(arguments: [(9, 12), (12, 9)])
  func aHiddenMonthHidesTheChange(first: Int, second: Int) throws {
    let responses = [ResponseSpec].crowd("a", first) + .crowd("b", second, score: 0, at: february)
    let measures = try night(responses) { $0.suppressionMinimum = 10 }.measures()
    for metric in ["loyalty.change", "loyalty.change_p"] {
      let change = try #require(measures.find(metric, period: "2026-02"))
      #expect(change == Measure(key: change.key, estimate: nil, n: 0, reason: .smallCell))
    }
  }

  /// Ada moved away and Bea moved in: each month the only cluster of the north, together two of one.
  @Test func aPopulationSmallerThanBothMonthsIsAFailure() {
    let ada = ResponseSpec(id: "a", customer: "ada", score: 10, stratum: "north")
    let moved = ada.with { ($0.id, $0.at, $0.stratum) = ("a'", february, "south") }
    let bea = ResponseSpec(id: "b", customer: "bea", score: 0, at: february, stratum: "north")
    let night = night([ada, moved, bea]) { $0.strataPopulation = ["north": 1] }
    #expect(throws: FinishFailure.populationTooSmall(vendor: "acme", stratum: "north", clusters: 2, population: 1)) {
      try night.measures()
    }
  }
}
