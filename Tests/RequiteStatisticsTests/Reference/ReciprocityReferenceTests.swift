import RequiteStatistics
import Testing

/// The index of METHODS B11 and B12 against both references.
@Suite struct ReciprocityReferenceTests {
  /// The leaves asserted here.
  static let covers =
    [
      "index", "se_log", "se", "ci", "customers", "component_se/*", "num/*", "den/*", "x/*", "weights/*", "arithmetic",
      "harmonic", "pillars/*",
    ].map { "reciprocity/vendors/*/\($0)" }
    + ["reciprocity/threads", "decomposition/*/from", "decomposition/*/to", "decomposition/*/contrib/*"]

  @Test(arguments: Reference.allCases, ["acme", "bolt", "cora"])
  func theIndexAndItsUncertaintyAgree(reference: Reference, vendor: String) throws {
    let index = try Reciprocity.index(of: vendor)
    let variance = CompositeVariance(of: index, moments: try Reciprocity.moments(of: vendor))
    let expected = try reference.node("reciprocity", "vendors", vendor)
    #expect(isClose(index.index, to: try expected["index"].double))
    #expect(isClose(variance.logStandardError, to: try expected["se_log"].double))
    #expect(isClose(variance.index.standardError, to: try expected["se"].double))
    #expect(try isClose(variance.index.interval, to: expected["ci"]))
    #expect(Double(variance.customers) == (try expected["customers"].double))
    for (place, name) in Reciprocity.names.enumerated() {
      let errors = try expected["component_se"]
      #expect(isClose(variance.components[place].standardError, to: errors.has(name) ? try errors[name].double : nil))
    }
  }

  @Test(arguments: ["acme", "bolt", "cora"])
  func componentsWeightsAndMeansAgree(vendor: String) throws {
    let index = try Reciprocity.index(of: vendor)
    let expected = try Reference.python.node("reciprocity", "vendors", vendor)
    for (place, name) in Reciprocity.names.enumerated() {
      #expect(Double(index.components[place].numerator) == (try expected["num"][name].double))
      #expect(Double(index.components[place].denominator) == (try expected["den"][name].double))
      #expect(isClose(index.shares[place], to: try expected["x"][name].double))
      #expect(isClose(index.weights[place], to: try expected["weights"][name].double))
    }
    #expect(isClose(index.arithmetic, to: try expected["arithmetic"].double))
    #expect(isClose(index.harmonic, to: try expected["harmonic"].double))
    for (pillar, name) in zip(index.pillars, ["S", "E", "C"]) {
      #expect(isClose(pillar, to: try expected["pillars"][name].double))
    }
  }

  @Test func thereAreAsManyThreads() throws {
    let threads = try Fixture.rows("threads.csv").count
    #expect(Double(threads) == (try Reference.python.node("reciprocity", "threads").double))
  }

  @Test func theSplitOfADifferenceAgrees() throws {
    let (acme, bolt) = (try Reciprocity.index(of: "acme"), try Reciprocity.index(of: "bolt"))
    let change = try #require(IndexChange.split(from: acme, to: bolt))
    let expected = try Reference.python.node("decomposition", "acme->bolt")
    #expect(isClose(acme.index, to: try expected["from"].double))
    #expect(isClose(bolt.index, to: try expected["to"].double))
    for (part, name) in zip(change.contributions, Reciprocity.names) {
      #expect(isClose(part, to: try expected["contrib"][name].double))
    }
  }
}
