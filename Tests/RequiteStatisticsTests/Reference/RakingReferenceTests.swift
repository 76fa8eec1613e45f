import RequiteStatistics
import Testing

/// Raking, METHODS B6, against both references: the first window fitted to the regions and channels of `margins.csv`.
@Suite struct RakingReferenceTests {
  /// The leaves asserted here.
  static let covers = [
    "raking/*/cells/*", "raking/*/max_dev", "raking/*/trimmed", "raking/*/deff", "raking/*/nps/est", "raking/*/nps/se",
    "raking/*/nps/df", "raking/*/nps/clusters", "raking/*/nps/ci_t", "raking/*/nps/ci_z",
  ]

  /// R has no cap, and so only the one that does not bind.
  @Test(
    arguments: [
      (.r, "rake_cap"), (.python, "rake_cap"), (.python, "rake_cap_mid"), (.python, "rake_cap_tight"),
    ] as [(Reference, String)])
  func factorsAndEstimatesAgree(reference: Reference, cap: String) throws {
    let raked = try RakedSample(cap: cap)
    let expected = try reference.node("raking", cap)
    #expect(raked.cells == (try expected["cells"].keys))
    for (cell, factor) in zip(raked.cells, raked.raking.factors) {
      #expect(isClose(factor, to: try expected["cells"][cell].double))
    }
    let weights = raked.sample.answers.map(\.weight)
    let effect = DesignEffect(
      n: Int64(weights.count), sumW: weights.reduce(0, +), sumWW: weights.reduce(0) { $0 + $1 * $1 })
    #expect(isClose(effect.factor, to: try expected["deff"].double))
    try expectAgreement(raked.sample, with: expected["nps"])
  }

  @Test(arguments: ["rake_cap", "rake_cap_mid", "rake_cap_tight"])
  func deviationAndTrimmingAgree(cap: String) throws {
    let raking = try RakedSample(cap: cap).raking
    let expected = try Reference.python.node("raking", cap)
    #expect(isClose(raking.largestDeviation, to: try expected["max_dev"].double))
    #expect(raking.wasTrimmed == (try expected["trimmed"].bool))
    #expect(raking.isConverged == (cap != "rake_cap_tight"))
  }

  private func expectAgreement(_ sample: SurveySample, with expected: JSONNode) throws {
    let strata = sample.strata()
    let estimate = try RatioEstimate.estimate(strata: strata, bounds: .netShares)
    #expect(isClose(estimate.ratio.map { $0 * 100 }, to: try expected["est"].double))
    #expect(isClose(estimate.standardError.map { $0 * 100 }, to: try expected["se"].double))
    #expect(Double(estimate.degreesOfFreedom) == (try expected["df"].double))
    #expect(try isClose(estimate.interval?.scaled(by: 100), to: expected["ci_t"]))
    guard expected.has("clusters") else { return }
    #expect(strata.reduce(0) { $0 + Double($1.clusters) } == (try expected["clusters"].double))
    #expect(try isClose(estimate.normalInterval(within: .netShares)?.scaled(by: 100), to: expected["ci_z"]))
  }
}
