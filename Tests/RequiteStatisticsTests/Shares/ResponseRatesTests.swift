import RequiteStatistics
import Testing

@Suite struct ResponseRatesTests {
  @Test func theRatesFollowTheirDefinitions() {
    let rates = ResponseRates(
      dispositions: Dispositions(
        complete: 30, partial: 10, refused: 20, notContacted: 15, other: 5, unknownHousehold: 12, unknownOther: 8,
        ineligible: 20))
    // E = 80, U = 20, e = 80/100.
    #expect(rates.eligibilityShare == 0.8 && rates.isKnown && rates.reason == nil)
    #expect(rates.rr1 == 0.3 && rates.rr2 == 0.4)
    #expect(rates.rr3 == 30.0 / 96 && rates.rr4 == 40.0 / 96)
    #expect(rates.rr5 == 0.375 && rates.rr6 == 0.5)
  }

  @Test func theRatesAscend() throws {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<200 {
      let counts = (0..<8).map { _ in Int64.random(in: 1...500, using: &generator) }
      let rates = ResponseRates(
        dispositions: Dispositions(
          complete: counts[0], partial: counts[1], refused: counts[2], notContacted: counts[3], other: counts[4],
          unknownHousehold: counts[5], unknownOther: counts[6], ineligible: counts[7]))
      for family in [[rates.rr1, rates.rr3, rates.rr5], [rates.rr2, rates.rr4, rates.rr6]] {
        let values = try family.map { try #require($0) }
        #expect(values == values.sorted() && Interval.shares.contains(values[0]) && Interval.shares.contains(values[2]))
      }
      #expect(try #require(rates.rr1) < #require(rates.rr2))
    }
  }

  @Test(arguments: [
    Dispositions(complete: 0), Dispositions(complete: 40), Dispositions(complete: 40, partial: 3),
    Dispositions(complete: 40, partial: 3, ineligible: 9),
  ])
  func answersAloneAreNoRate(dispositions: Dispositions) {
    let rates = ResponseRates(dispositions: dispositions)
    #expect(!rates.isKnown && rates.reason == .noData && rates.eligibilityShare == nil)
    #expect(rates.rr1 == nil && rates.rr2 == nil && rates.rr3 == nil && rates.rr4 == nil)
    #expect(rates.rr5 == nil && rates.rr6 == nil)
    #expect(rates.worstAndBest(NetPromoter(promoters: 20, passives: 10, detractors: 10)) == nil)
  }

  @Test func whereNobodyIsKnownToBeEligibleThereAreOnlyTheLowestRates() {
    let rates = ResponseRates(dispositions: Dispositions(complete: 0, unknownHousehold: 12))
    #expect(rates.rr1 == 0 && rates.rr2 == 0 && rates.eligibilityShare == nil)
    #expect(rates.rr3 == nil && rates.rr4 == nil && rates.rr5 == nil && rates.rr6 == nil)
    let ineligible = ResponseRates(dispositions: Dispositions(complete: 0, unknownHousehold: 12, ineligible: 4))
    #expect(ineligible.eligibilityShare == 0 && ineligible.rr3 == nil)
  }

  @Test func worstAndBestAreTheScoresOfEverybodyAsked() throws {
    let rates = ResponseRates(dispositions: Dispositions(complete: 10, refused: 20, unknownOther: 10))
    let score = NetPromoter(promoters: 7, passives: 1, detractors: 2)
    let range = try #require(rates.worstAndBest(score))
    #expect(range.low == NetPromoter(promoters: 7, passives: 1, detractors: 32).estimate)
    #expect(range.high == NetPromoter(promoters: 37, passives: 1, detractors: 2).estimate)
  }

  @Test func withoutAnswersTheScoreCouldBeAnything() {
    let rates = ResponseRates(dispositions: Dispositions(complete: 0, refused: 5))
    #expect(rates.worstAndBest(NetPromoter(promoters: 0, passives: 0, detractors: 0)) == .netShares)
  }

  @Test func moreAnswersThanPeopleAskedHaveNoBounds() {
    let rates = ResponseRates(dispositions: Dispositions(complete: 3, refused: 1))
    #expect(rates.worstAndBest(NetPromoter(promoters: 5, passives: 0, detractors: 0)) == nil)
  }

  @Test func theGreatestCountsDoNotOverflow() {
    let rates = ResponseRates(dispositions: Dispositions(complete: .max, refused: .max, unknownOther: .max))
    #expect(isClose(rates.rr1, to: 1.0 / 3, within: 1e-15) && rates.rr5 == 0.5)
  }
}
