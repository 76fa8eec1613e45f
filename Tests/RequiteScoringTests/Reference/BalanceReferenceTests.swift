import RequiteModel
import RequiteScoring
import Testing

/// The balance of METHODS B14 and the ranks of B13, from facts to measures.
@Suite struct BalanceReferenceTests {
  private let facts: ReferenceFacts
  private let measures: [Measure]

  init() throws {
    facts = try ReferenceFacts()
    measures = try facts.events().measures()
  }

  @Test func quadrantsAgree() throws {
    let quadrants = facts.reference["balance"]["quadrants"]
    #expect(quadrants.keys.count == 6)
    for name in quadrants.keys {
      let quadrant = try #require(measures.find("balance." + name))
      #expect(quadrant.estimate == quadrants[name][0].double, "\(name)")
      #expect(quadrant.numerator == quadrants[name][1].double.map { $0 / 1_000_000 }, "\(name)")
      #expect(quadrant.n == facts.reference["balance"]["customers"].integer)
    }
  }

  @Test func coefficientsAgree() {
    let names = [("ccc", "lin_ccc")] + ["gap", "reciprocity", "null", "rho", "pearson"].map { ($0, $0) }
    for (metric, name) in names {
      #expect(isClose(measures.find("balance." + metric)?.estimate, facts.reference["balance"][name].double), "\(name)")
    }
  }

  @Test func ranksAgree() throws {
    let expected = facts.reference["sensitivity"]["ranks"]
    let draws = try #require(facts.config["sensitivity"]["draws"].integer)
    let ranked = try facts.events().with { $0.sensitivityDraws = draws }.measures()
    let names = [("rank_low", "p05"), ("rank_median", "p50"), ("rank_high", "p95"), ("first_share", "first_share")]
    for vendor in ["acme", "bolt", "cora"] {
      for (metric, name) in names {
        let measure = ranked.find("reciprocity." + metric, vendor: vendor)
        #expect(measure?.estimate == expected[vendor][name].double, "\(vendor) \(metric)")
      }
    }
  }
}
