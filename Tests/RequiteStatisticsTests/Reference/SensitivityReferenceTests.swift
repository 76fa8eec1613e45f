import RequiteStatistics
import Testing

/// The ranks of METHODS B13 against exact fractions.
@Suite struct SensitivityReferenceTests {
  /// The leaves asserted here.
  static let covers = ["sensitivity/first_draw/*", "sensitivity/ranks/*/*"]

  @Test func theFirstDrawAgrees() throws {
    let expected = try Reference.python.node("sensitivity", "first_draw")
    let sensitivity = WeightSensitivity(design: try Reciprocity.design(), draws: 1, mix: 0.5)
    let weights = try #require(Array(sensitivity.draws).first)
    for (weight, name) in zip(weights, Reciprocity.names) {
      #expect(isClose(weight, to: try expected[name].double))
    }
  }

  @Test func ranksAgree() throws {
    let expected = try Reference.python.node("sensitivity", "ranks")
    let sensitivity = WeightSensitivity(design: try Reciprocity.design(), draws: 1000, mix: 0.5)
    let ranks = sensitivity.ranks(of: try expected.keys.map(Reciprocity.index(of:)))
    for (interval, vendor) in zip(ranks, expected.keys) {
      let interval = try #require(interval)
      let values = try expected[vendor]
      #expect(Double(interval.low) == (try values["p05"].double))
      #expect(Double(interval.median) == (try values["p50"].double))
      #expect(Double(interval.high) == (try values["p95"].double))
      #expect(interval.firstShare == (try values["first_share"].double))
    }
  }
}
