import RequiteModel
import RequiteScoring
import Testing

@Suite struct SuppressionTests {
  /// So many customers, each with a thread and a response.
  private func night(customers: Int, minimum: Int64, instrument: Instrument = .nps) -> Night {
    let people = (0..<customers).map { "c\($0)" }
    return Night(
      events: people.flatMap { person in
        [EventSpec.asks("a" + person, at: 0), .says("b" + person, at: 9)].map {
          $0.with { ($0.customer, $0.thread) = (person, person) }
        }
      },
      responses: people.map { ResponseSpec(id: $0, customer: $0, instrument: instrument, score: 10) },
      settings: Night.settings { $0.suppressionMinimum = minimum })
  }

  @Test func belowTheMinimumNeitherValuesNorCountsAreShown() throws {
    let measures = try night(customers: 4, minimum: 5).measures()
    for metric in ["loyalty.nps", "loyalty.promoters", "reciprocity.answered", "first_answer.share_1h"] {
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

  @Test func anEmptyCellIsNotASmallOne() throws {
    let measures = try Night(otherVendors: ["quiet"]).measures()
    #expect(Set(measures.map(\.reason)) == [.noData])
  }

  @Test(arguments: [(5, true), (9, true), (10, false)])
  func employeesAreHiddenBelowTen(customers: Int, isHidden: Bool) throws {
    let measures = try night(customers: customers, minimum: 5, instrument: .enps).measures()
    #expect((measures.find("loyalty.enps")?.reason == .smallCell) == isHidden)
  }
}
