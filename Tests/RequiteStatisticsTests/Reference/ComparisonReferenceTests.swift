import RequiteStatistics
import Testing

/// The comparisons of METHODS B5 against both references.
@Suite struct ComparisonReferenceTests {
  /// The leaves asserted here.
  static let covers =
    ["diff", "se", "df", "t", "p", "ci_t", "se_if_independent"].map { "difference/\($0)" }
    + ["z", "p", "q_bh"].map { "segment_tests/*/\($0)" }
    + ["mix", "rate", "segments/*/mix", "segments/*/rate"].map { "kitagawa/\($0)" }
    + ["tau2", "Q", "mu", "segments/*/n", "segments/*/raw", "segments/*/B", "segments/*/shrunk"]
    .map { "shrinkage/\($0)" }
    + ["tau2", "Q", "mu", "units/*/raw", "units/*/B", "units/*/shrunk"].map { "shrinkage_units/\($0)" }

  @Test(arguments: Reference.allCases)
  func theDifferenceOfTwoWindowsAgrees(reference: Reference) throws {
    let change = try RatioDifference.estimate(strata: PairedSurvey().strata())
    let expected = try reference.node("difference")
    #expect(isClose(change.difference.map { $0 * 100 }, to: try expected["diff"].double))
    #expect(isClose(change.standardError.map { $0 * 100 }, to: try expected["se"].double))
    #expect(Double(change.degreesOfFreedom) == (try expected["df"].double))
    #expect(isClose(change.statistic, to: try expected["t"].double))
    #expect(isClose(change.pValue, to: try expected["p"].double))
    if expected.has("ci_t") { #expect(try isClose(change.interval?.scaled(by: 100), to: expected["ci_t"])) }
    #expect(change.reason == nil && !change.isAssumedIndependent)
  }

  @Test func takingTheWindowsForIndependentAgrees() throws {
    let survey = try PairedSurvey()
    let estimates = try [survey.before, survey.after].map {
      try RatioEstimate.estimate(strata: $0.strata(), bounds: .netShares)
    }
    let change = RatioDifference.independent(estimates[0], estimates[1])
    let expected = try Reference.python.node("difference")
    #expect(isClose(change.standardError.map { $0 * 100 }, to: try expected["se_if_independent"].double))
    #expect(isClose(change.difference.map { $0 * 100 }, to: try expected["diff"].double))
    #expect(change.isAssumedIndependent)
  }

  @Test(arguments: Reference.allCases)
  func everySegmentTestAgrees(reference: Reference) throws {
    let survey = try PairedSurvey()
    let expected = try reference.node("segment_tests")
    // Those with five answers or more on both sides.
    #expect(expected.keys == ["corp", "ngo", "public", "retail", "smb"])
    let tests = expected.keys.map {
      NetDifference(from: survey.before.netPromoter(segment: $0), to: survey.after.netPromoter(segment: $0))
    }
    let adjusted = FalseDiscovery.adjusted(tests.compactMap(\.pValue))
    for (place, segment) in expected.keys.enumerated() {
      #expect(isClose(tests[place].statistic, to: try expected[segment]["z"].double))
      #expect(isClose(tests[place].pValue, to: try expected[segment]["p"].double))
      #expect(isClose(adjusted[place], to: try expected[segment]["q_bh"].double))
    }
  }

  @Test func mixAndRateAgree() throws {
    let segments = try PairedSurvey().segments()
    let split = try #require(MixAndRate.split(segments.map(\.pair)))
    let expected = try Reference.python.node("kitagawa")
    #expect(try expected["segments"].keys == segments.map(\.name))
    for ((name, _), part) in zip(segments, split.segments) {
      #expect(isClose(part.mix * 100, to: try expected["segments"][name]["mix"].double))
      #expect(isClose(part.rate * 100, to: try expected["segments"][name]["rate"].double))
    }
    #expect(isClose(split.mix * 100, to: try expected["mix"].double))
    #expect(isClose(split.rate * 100, to: try expected["rate"].double))
    #expect(isClose(split.difference * 100, to: try Reference.python.node("difference", "diff").double))
  }

  @Test func segmentsThatDoNotDifferAgree() throws {
    let sample = try SurveySample(window: "p1")
    let expected = try Reference.python.node("shrinkage")
    let names = try expected["segments"].keys
    #expect(names == Set(sample.answers.map(\.segment)).sorted())
    let units = names.map { sample.netPromoter(segment: $0) }
    try expectAgreement(Shrinkage(units), with: expected, units: expected["segments"], names: names)
    for (name, unit) in zip(names, units) {
      #expect(Double(unit.n) == (try expected["segments"][name]["n"].double))
    }
  }

  @Test(arguments: Reference.allCases)
  func unitsThatDifferAgree(reference: Reference) throws {
    let rows = try Fixture.rows("units.csv")
    let units = rows.map {
      NetPromoter(
        promoters: Int64($0["c_pro"]!)!, passives: Int64($0["c_pas"]!)!, detractors: Int64($0["c_det"]!)!)
    }
    let expected = try reference.node("shrinkage_units")
    try expectAgreement(Shrinkage(units), with: expected, units: expected["units"], names: rows.map { $0["unit"]! })
  }

  private func expectAgreement(
    _ shrinkage: Shrinkage, with expected: JSONNode, units: JSONNode, names: [String]
  ) throws {
    #expect(isClose(shrinkage.betweenVariance, to: try expected["tau2"].double))
    #expect(isClose(shrinkage.heterogeneity, to: try expected["Q"].double))
    #expect(isClose(shrinkage.mean.map { $0 * 100 }, to: try expected["mu"].double))
    #expect(units.keys == names)
    for (name, unit) in zip(names, shrinkage.units) {
      let values = try units[name]
      #expect(isClose(unit.shrunk.map { $0 * 100 }, to: try values["shrunk"].double))
      if values.has("raw") { #expect(isClose(unit.raw.map { $0 * 100 }, to: try values["raw"].double)) }
      if values.has("B") { #expect(isClose(unit.weightOfMean, to: try values["B"].double)) }
    }
  }
}
