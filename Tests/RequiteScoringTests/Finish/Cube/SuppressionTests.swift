import RequiteModel
import RequiteScoring
import Testing

/// METHODS B8: what may not be shown by itself.
@Suite struct SuppressionTests {
  /// So many customers, each with a thread and a response.
  private func night(customers: Int, minimum: Int64, instrument: Instrument = .nps) -> Night {
    Night(
      events: .crowd("c", customers), responses: .crowd("c", customers) { $0.instrument = instrument },
      settings: Night.settings { $0.suppressionMinimum = minimum })
  }

  @Test func belowTheMinimumNeitherValuesNorCountsAreShown() throws {
    let measures = try night(customers: 4, minimum: 5).measures()
    for metric in [
      "loyalty.nps", "loyalty.promoters", "reciprocity.answered", "first_answer.share_1h", "balance.mutual",
    ] {
      let key = try #require(measures.find(metric)).key
      #expect(measures.find(metric) == Measure(key: key, estimate: nil, n: 0, reason: .smallCell))
    }
    #expect(measures.find("diagnostics.answers_by_robots")?.reason == .smallCell)
    #expect(measures.find("diagnostics.other_scales")?.reason == .smallCell)
  }

  @Test func fromTheMinimumOnEverythingIsShown() throws {
    let measures = try night(customers: 5, minimum: 5).measures()
    #expect(!measures.contains { $0.reason == .smallCell })
    #expect(measures.find("reciprocity.answered")?.estimate == 1)
  }

  @Test(arguments: [0, 1] as [Int64])
  func aMinimumOfNobodyHidesNobody(minimum: Int64) throws {
    #expect(try !night(customers: 1, minimum: minimum).measures().contains { $0.reason == .smallCell })
  }

  @Test func anEmptyCellIsNotASmallOne() throws {
    let measures = try Night(otherVendors: ["quiet"]).measures()
    #expect(Set(measures.map(\.reason)) == [.noData])
  }

  @Test(arguments: [(5, true), (9, true), (10, false)])
  func employeesAreHiddenBelowTen(customers: Int, isHidden: Bool) throws {
    let measures = try night(customers: customers, minimum: 5, instrument: .enps).measures()
    #expect((measures.find("loyalty.enps")?.reason == .smallCell) == isHidden)
  }

  /// Of twenty respondents, so many belong to one account.
  private func dominated(_ members: Int, weight: Int64 = 1_000_000, scale: String = "0-10") throws -> [Measure] {
    let account = [ResponseSpec].crowd("m", members, score: scale == "0-10" ? 10 : 5) {
      ($0.account, $0.weight, $0.scale) = ("one", weight, scale)
    }
    let others = [ResponseSpec].crowd("o", 20 - members, score: 0)
    let people = account + others
    return try Night(
      events: people.flatMap { [EventSpec].thread(of: $0.customer) }, responses: people,
      settings: Night.settings { ($0.dimensions, $0.suppressionMinimum) = ([], 5) }
    ).measures()
  }

  @Test(arguments: [(10, 1_000_000, false), (11, 1_000_000, true), (2, 9_000_000, false), (2, 9_000_001, true)])
  func whereOneAccountHoldsMoreThanHalfOfTheWeightNothingIsShown(members: Int, weight: Int64, isHidden: Bool) throws {
    let measures = try dominated(members, weight: weight)
    #expect((measures.find("loyalty.nps")?.reason == .smallCell) == isHidden)
    #expect((measures.find("balance.mutual")?.reason == .smallCell) == isHidden)
    #expect(measures.find("reciprocity.answered")?.estimate == 1)
  }

  /// An account of two, alone on a scale of its own, is in nobody's way.
  @Test func anAccountOnAnotherScaleDominatesNothing() throws {
    let measures = try dominated(2, scale: "1-5")
    #expect(measures.find("loyalty.nps")?.n == 18)
    #expect(measures.find("diagnostics.other_scales")?.estimate == 2)
  }

  /// The hidden cells of a level's trend are named by their leading numbers only.
  @Test func aLevelsHiddenTrendListsOnlyTheLeadingNumbers() throws {
    let night = Night(
      events: .crowd("c", 4) + .crowd("d", 12, at: 40 * Night.day),
      responses: .crowd("c", 4) + .crowd("d", 12, at: 40 * Night.day),
      settings: Night.settings { ($0.suppressionMinimum, $0.periods) = (5, .month) })
    let measures = try night.measures()
    func hidden(_ dimension: String, _ period: String) -> [String] {
      measures.filter { $0.key.dimension == dimension && $0.key.period == period && $0.reason == .smallCell }
        .map(\.key.metric)
    }
    #expect(hidden("channel", "2026-01") == ["loyalty.nps", "reciprocity.index"])
    #expect(hidden("all", "2026-01").contains("loyalty.promoters"))
    #expect(measures.all("loyalty.promoters").filter { $0.key.dimension == "channel" }.map(\.key.period) == ["window"])
  }
}
