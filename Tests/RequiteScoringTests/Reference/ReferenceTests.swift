import RequiteModel
import RequiteScoring
import Testing

/// Facts through both stages against the values that R and exact fractions gave for them.
@Suite struct ReferenceTests {
  private let facts: ReferenceFacts
  private var reference: JSONNode { facts.reference }

  init() throws {
    facts = try ReferenceFacts()
  }

  // MARK: Events

  @Test(arguments: ["acme", "bolt", "cora"])
  func componentsAreThoseOfTheReference(vendor: String) throws {
    let measures = try facts.events().measures()
    let expected = reference["reciprocity"]["vendors"][vendor]
    for (component, code) in zip(Component.allCases, ReferenceFacts.codes) {
      let measure = try #require(measures.find("reciprocity." + component.rawValue, vendor: vendor))
      #expect(measure.numerator == expected["num"][code].double, "\(component)")
      #expect(measure.denominator == expected["den"][code].double, "\(component)")
      if expected["x"][code].isNull {
        #expect(measure.estimate == nil && measure.standardError == nil, "\(component)")
      } else {
        #expect(isClose(measure.estimate, expected["x"][code].double), "\(component)")
        #expect(isClose(measure.standardError, expected["component_se"][code].double), "\(component)")
      }
    }
  }

  @Test(arguments: ["acme", "bolt", "cora"])
  func indexAndItsIntervalAreThoseOfTheReference(vendor: String) throws {
    let measures = try facts.events().measures()
    let expected = reference["reciprocity"]["vendors"][vendor]
    let index = try #require(measures.find("reciprocity.index", vendor: vendor))
    #expect(isClose(index.estimate, expected["index"].double))
    #expect(isClose(index.standardError, expected["se"].double))
    #expect(isClose(index.low, expected["ci"][0].double))
    #expect(isClose(index.high, expected["ci"][1].double))
    #expect(index.n == expected["customers"].integer)
    #expect(
      isClose(measures.find("reciprocity.index_arithmetic", vendor: vendor)?.estimate, expected["arithmetic"].double))
    #expect(isClose(measures.find("reciprocity.index_harmonic", vendor: vendor)?.estimate, expected["harmonic"].double))
    for (pillar, code) in zip(Pillar.allCases, ["S", "E", "C"]) {
      let value = measures.find("reciprocity." + pillar.rawValue, vendor: vendor)?.estimate
      #expect(isClose(value, expected["pillars"][code].double), "\(pillar)")
    }
  }

  @Test func theConflictOfTheReferenceIsCounted() throws {
    let night = try facts.events()
    let expected = reference["reciprocity"]["duplicate_conflicts"].integer
    #expect(deduplicated(night.interactions).conflicts == expected.map(Int.init))
    #expect(try night.measures().find("diagnostics.conflicts")?.estimate == expected.map(Double.init))
  }

  @Test(arguments: ["acme", "bolt", "cora"])
  func firstAnswersOfAVendorAreThoseOfTheReference(vendor: String) throws {
    try expectCurve(of: vendor, in: facts.events().measures(), vendor: vendor)
  }

  /// The reference draws channels and the whole over all vendors together.
  @Test(arguments: ["chat", "email", "phone", "twitter"])
  func firstAnswersOfAChannelAreThoseOfTheReference(channel: String) throws {
    let measures = try facts.events(asOneVendor: true).measures()
    try expectCurve(of: "channel:" + channel, in: measures, dimension: "channel", level: channel)
    try expectCurve(of: "all", in: measures)
  }

  private func expectCurve(
    of name: String, in measures: [Measure], vendor: String = "acme", dimension: String = "all", level: String = "*"
  ) throws {
    let expected = reference["km"][name]
    func find(_ metric: String) throws -> Measure {
      try #require(measures.find("first_answer." + metric, vendor: vendor, dimension: dimension, level: level))
    }
    let median = try find("median_seconds")
    #expect(median.n == expected["n"].integer)
    #expect(median.estimate == expected["median"].double)
    #expect(median.low == expected["median_ci"][0].double)
    #expect(median.high == expected["median_ci"][1].double)
    for (metric, seconds) in [
      ("share_5m", "300"), ("share_1h", "3600"), ("share_1d", "86400"), ("share_14d", "1209600"),
    ] {
      #expect(isClose(try find(metric).estimate, expected["answered_by"][seconds].double), "\(metric)")
    }
  }

  // MARK: Responses

  @Test(arguments: ["p1", "p2"])
  func unweightedScoresAreThoseOfTheReference(period: String) throws {
    let measures = try facts.responses(in: period).measures()
    let expected = reference["simple"][period]
    let score = try #require(measures.find("loyalty.nps"))
    #expect(isClose(score.estimate, expected["nps"].double))
    #expect(isClose(score.standardError, expected["se"].double))
    #expect(isClose(score, to: expected["adj_wald"]))
    #expect(isClose(try #require(measures.find("loyalty.nps_wald")), to: expected["wald"]))
    // The reference looks for the ends of the score interval less closely.
    let exact = try #require(measures.find("loyalty.nps_score"))
    #expect(
      abs(exact.low! - expected["score"][0].double!) < 2e-3 && abs(exact.high! - expected["score"][1].double!) < 2e-3)
    #expect(score.n == expected["n"].integer)
    #expect(measures.find("loyalty.promoters")?.estimate == expected["pro"].double)
    #expect(measures.find("loyalty.passives")?.estimate == expected["pas"].double)
    #expect(measures.find("loyalty.detractors")?.estimate == expected["det"].double)
  }

  @Test(arguments: ["p1", "p2"], ["adjust", "remove", "average", "adjust_fpc"])
  func weightedScoresAreThoseOfTheReference(period: String, policy: String) throws {
    let population = try ReferenceFacts.population()
    let night = try facts.responses(in: period) { settings in
      settings.lonelyStratum = LonelyStratum(rawValue: policy) ?? .adjust
      if policy == "adjust_fpc" { settings.strataPopulation = population }
    }
    let expected = reference["weighted"][period][policy]
    let score = try #require(night.measures().find("loyalty.nps_weighted"))
    #expect(isClose(score.estimate, expected["est"].double))
    #expect(isClose(score.standardError, expected["se"].double))
    #expect(isClose(score.low, expected["ci_t"][0].double))
    #expect(isClose(score.high, expected["ci_t"][1].double))
  }

  @Test(arguments: ["p1", "p2"])
  func meansAndDesignEffectsAreThoseOfTheReference(period: String) throws {
    let measures = try facts.responses(in: period).measures()
    let expected = reference["weighted"][period]
    #expect(isClose(measures.find("loyalty.mean_score")?.estimate, expected["mean_score"]["est"].double))
    #expect(isClose(measures.find("loyalty.mean_score")?.standardError, expected["mean_score"]["se"].double))
    #expect(isClose(measures.find("loyalty.design_effect")?.estimate, expected["kish"]["deff"].double))
    #expect(isClose(measures.find("loyalty.effective_n")?.estimate, expected["kish"]["n_eff"].double))
  }

  /// The reference's top box of 0–10 is the top two of satisfaction, on 0…100.
  @Test(arguments: ["p1", "p2"])
  func satisfiedSharesAreThoseOfTheReference(period: String) throws {
    let measures = try facts.responses(in: period, as: .csat).measures()
    let expected = reference["weighted"][period]["top_box_9_10"]
    let share = try #require(measures.find("loyalty.csat_top2"))
    #expect(isClose(share.estimate.map { $0 * 100 }, expected["est"].double))
    #expect(isClose(share.standardError.map { $0 * 100 }, expected["se"].double))
    #expect(isClose(share.low.map { $0 * 100 }, expected["ci_t"][0].double))
    #expect(isClose(share.high.map { $0 * 100 }, expected["ci_t"][1].double))
  }

  @Test(arguments: ["p1", "p2"])
  func segmentsCountClustersOutsideThemWithZeros(period: String) throws {
    let measures = try facts.responses(in: period) { $0.dimensions = ["segment"] }.measures()
    let segments = reference["weighted"][period]["by_segment"]
    #expect(segments.keys.count > 4)
    for segment in segments.keys {
      let expected = segments[segment]
      let score = try #require(measures.find("loyalty.nps_weighted", dimension: "segment", level: segment))
      #expect(isClose(score.estimate, expected["est"].double), "\(segment)")
      #expect(isClose(score.standardError, expected["se"].double), "\(segment)")
      if score.reason != .zeroVariance {
        #expect(isClose(score.low, expected["ci_t"][0].double), "\(segment)")
        #expect(isClose(score.high, expected["ci_t"][1].double), "\(segment)")
      }
    }
  }

  @Test func votesAreThoseOfTheReference() throws {
    let posts = try Fixture.rows("statistics/votes.csv").map { row in
      ResponseSpec(
        id: row["post_id"]!, customer: row["post_id"]!, instrument: .votes, scale: "net", score: Int32(row["net"]!),
        votes: Int64(row["votes"]!)!)
    }
    let votes = try #require(Night(responses: posts).measures().find("loyalty.votes_net"))
    let expected = reference["votes"]
    #expect(votes.n == expected["accepted"].integer)
    #expect(isClose(votes.estimate, expected["est"].double))
    #expect(isClose(votes.standardError, expected["se"].double))
    #expect(isClose(votes.low, expected["ci_t"][0].double))
    #expect(isClose(votes.high, expected["ci_t"][1].double))
  }
}
