import RequiteModel
import RequiteScoring
import Testing

/// Raking, METHODS B6, from facts to measures: the first period fitted to the regions and channels of `margins.csv`.
@Suite struct RakingReferenceTests {
  private let facts: ReferenceFacts

  init() throws {
    facts = try ReferenceFacts()
  }

  private func measures(cap: String) throws -> [Measure] {
    var settings = facts.settings(period: "p1")
    let margins = Dictionary(grouping: try Fixture.rows("statistics/margins.csv")) { $0["margin"]! }
    settings.dimensions = []
    settings.raking.margins = ["region", "channel"].map { name in
      RakingSettings.Margin(
        name: name,
        shares: margins[name]!.map {
          .init(level: $0["level"]!, billionths: Int64((Double($0["share"]!)! * 1e9).rounded()))
        })
    }
    settings.raking.leastFactor = Decimal6(millionths: Int64((facts.config[cap][0].double! * 1e6).rounded()))
    settings.raking.greatestFactor = Decimal6(millionths: Int64((facts.config[cap][1].double! * 1e6).rounded()))
    return try Night(responses: facts.responseSpecs(level: "region"), settings: settings).measures()
  }

  @Test(arguments: ["rake_cap", "rake_cap_mid"])
  func theRakedScoreAgrees(cap: String) throws {
    let measures = try measures(cap: cap)
    let expected = facts.reference["raking"][cap]["nps"]
    let score = try #require(measures.find("loyalty.nps_raked"))
    #expect(isClose(score.estimate, expected["est"].double))
    #expect(isClose(score.standardError, expected["se"].double))
    #expect(isClose(score, to: expected["ci_t"]))
    #expect(score.n == facts.reference["simple"]["p1"]["n"].integer && score.reason == nil)
    #expect(try #require(measures.find("diagnostics.raking_deviation")?.estimate) <= 1e-12)
  }

  @Test func everyShareComesTrue() throws {
    let measures = try measures(cap: "rake_cap")
    for row in try Fixture.rows("statistics/margins.csv") {
      let share = measures.find("diagnostics.raking_share", dimension: row["margin"]!, level: row["level"]!)
      #expect(isClose(share?.estimate, Double(row["share"]!)), "\(row)")
    }
    #expect(measures.all("diagnostics.raking_share").count == 6)
  }

  @Test func aCapTooTightLeavesNoScoreButSaysHowFarItGot() throws {
    let measures = try measures(cap: "rake_cap_tight")
    let expected = facts.reference["raking"]["rake_cap_tight"]
    let score = try #require(measures.find("loyalty.nps_raked"))
    #expect(score.estimate == nil && score.standardError == nil && score.reason == .notConverged)
    let deviation = try #require(measures.find("diagnostics.raking_deviation"))
    #expect(isClose(deviation.estimate, expected["max_dev"].double) && deviation.reason == nil)
    #expect(measures.all("diagnostics.raking_share").allSatisfy { $0.estimate != nil })
  }
}
