import RequiteModel
import RequiteScoring
import Testing

@Suite struct RakingTests {
  typealias Share = RakingSettings.Share

  private static let halves = [
    Share(level: "r1", billionths: 500_000_000), Share(level: "r2", billionths: 500_000_000),
  ]

  /// Thirty promoters in r1, ten detractors in r2.
  private static let sample =
    [ResponseSpec].crowd("a", 30) { $0.levels = ["r1"] }
    + [ResponseSpec].crowd("b", 10, score: 0) { $0.levels = ["r2"] }

  private func measures(
    _ responses: [ResponseSpec], shares: [Share] = halves, merged: [String: String] = [:],
    _ change: (inout Settings) -> Void = { _ in }
  ) throws -> [Measure] {
    let settings = Night.settings {
      $0.dimensions = []
      $0.raking.margins = [RakingSettings.Margin(name: "region", shares: shares, merged: merged)]
      change(&$0)
    }
    return try Night(responses: responses, settings: settings).measures()
  }

  private func share(_ level: String, in measures: [Measure]) -> Measure? {
    measures.find("diagnostics.raking_share", dimension: "region", level: level)
  }

  @Test func bothHalvesWeighTheSame() throws {
    let measures = try measures(Self.sample)
    let score = try #require(measures.find("loyalty.nps_raked"))
    #expect(abs(try #require(score.estimate)) < 1e-4)
    #expect(abs(try #require(score.denominator) - 40) < 1e-4)
    #expect(measures.find("loyalty.nps_weighted")?.estimate == 50)
    for level in ["r1", "r2"] {
      #expect(isClose(share(level, in: measures)?.estimate, 0.5))
      #expect(share(level, in: measures)?.n == 40)
    }
  }

  @Test func withoutMarginsNothingIsRaked() throws {
    let measures = try Night(responses: Self.sample).measures()
    #expect(!measures.contains { $0.key.metric.contains("raking") || $0.key.metric.contains("raked") })
  }

  @Test func levelsThatAreMergedShareTheirShares() throws {
    let shares = [("r1", 500), ("r2", 300), ("r3", 200)].map { Share(level: $0, billionths: $1 * 1_000_000) }
    let merged = try measures(Self.sample, shares: shares, merged: ["r3": "r2"])
    #expect(merged.find("loyalty.nps_raked") == (try measures(Self.sample)).find("loyalty.nps_raked"))
    let some = Self.sample.map { response in
      response.with { if $0.levels == ["r2"] { $0.levels = [$0.id < "b5" ? "r2" : "r3"] } }
    }
    let both = try measures(some, shares: shares, merged: ["r3": "r2"])
    #expect(abs(try #require(both.find("loyalty.nps_raked")?.estimate)) < 1e-4)
    #expect(isClose(share("r3", in: both)?.estimate, 0.5))
  }

  @Test func aLevelNobodyHasIsUnreachable() throws {
    let shares = Self.halves.map { Share(level: $0.level, billionths: 400_000_000) }
    let measures = try measures(Self.sample, shares: shares + [Share(level: "r3", billionths: 200_000_000)])
    expectNoFit(in: measures)
    #expect(measures.find("diagnostics.raking_unreachable")?.estimate == 1)
    #expect(measures.find("diagnostics.raking_untargeted")?.estimate == 0)
    #expect(share("r1", in: measures)?.reason == .notConverged)
  }

  @Test func aLevelOfNobodyThatShouldHaveNobodyIsReached() throws {
    let measures = try measures(Self.sample, shares: Self.halves + [Share(level: "r3", billionths: 0)])
    #expect(measures.find("loyalty.nps_raked")?.reason == nil)
    #expect(measures.find("diagnostics.raking_unreachable")?.estimate == 0)
  }

  @Test(arguments: ["", "r9"])
  func aLevelWithoutAShareIsUntargeted(level: String) throws {
    let measures = try measures(Self.sample + .crowd("x", 2) { $0.levels = [level] })
    expectNoFit(in: measures)
    #expect(measures.find("diagnostics.raking_untargeted")?.estimate == 2)
    #expect(measures.find("diagnostics.raking_unreachable")?.estimate == 0)
  }

  private func expectNoFit(in measures: [Measure]) {
    for metric in ["loyalty.nps_raked", "diagnostics.raking_deviation"] {
      #expect(measures.find(metric)?.estimate == nil && measures.find(metric)?.reason == .notConverged)
    }
    #expect(measures.find("loyalty.nps")?.estimate != nil)
  }

  @Test func sharesThatDoNotSumLeaveNoScore() throws {
    expectNoFit(
      in: try measures(Self.sample, shares: Array(Self.halves.prefix(1)) + [Share(level: "r2", billionths: 1)]))
  }

  @Test func unanimityHasAnIntervalAllTheSame() throws {
    let score = try #require(measures(Self.sample.map { $0.with { $0.score = 10 } }).find("loyalty.nps_raked"))
    #expect(score.estimate == 100 && score.standardError == 0 && score.reason == .zeroVariance)
    #expect(try #require(score.low) > 50 && score.high == 100)
  }

  @Test func anAccountStaysOneCluster() throws {
    let joined = Self.sample.map { $0.with { $0.account = $0.score == 10 ? "one" : "two" } }
    let (apart, together) = (try measures(Self.sample), try measures(joined))
    let errors = [apart, together].map { $0.find("loyalty.nps_raked")!.standardError! }
    #expect(errors[1] > 2 * errors[0])
  }

  /// The order of margins is the order of the fit; where it ends does not depend on it, up to a micro-unit of weight.
  @Test func theOrderOfMarginsDoesNotMatter() throws {
    let responses = Self.sample.enumerated().map { place, response in
      response.with { ($0.channel, $0.score) = (place % 3 == 0 ? "chat" : "email", place % 4 == 0 ? 0 : $0.score) }
    }
    let channels = [("chat", 450), ("email", 550)].map { Share(level: $0, billionths: $1 * 1_000_000) }
    let scores = try [false, true].map { isReversed in
      try measures(responses) {
        $0.raking.margins.append(RakingSettings.Margin(name: "channel", shares: channels))
        if isReversed { $0.raking.margins.reverse() }
      }.find("loyalty.nps_raked")!
    }
    #expect(abs(scores[0].estimate! - scores[1].estimate!) < 1e-4)
    #expect(abs(scores[0].standardError! - scores[1].standardError!) < 1e-4)
    #expect(scores[0].estimate! != 0)
  }

  /// Three of r3 are hidden, and r2 with them; the rest must not say how many they are.
  @Test func sharesOfHiddenLevelsAreHidden() throws {
    let responses = [("r1", 30), ("r2", 12), ("r3", 3)].flatMap { level, count in
      [ResponseSpec].crowd(level, count) { $0.levels = [level] }
    }
    let shares = [("r1", 500), ("r2", 300), ("r3", 200)].map { Share(level: $0, billionths: $1 * 1_000_000) }
    let measures = try measures(responses, shares: shares) {
      $0.dimensions = ["region"]
      $0.suppressionMinimum = 10
    }
    #expect(share("r1", in: measures)?.n == 45)
    #expect(share("r2", in: measures)?.reason == .smallCell)
    #expect(share("r3", in: measures)?.reason == .smallCell)
  }
}
