import RequiteStatistics
import Testing

/// The first-answer curves of METHODS B10 against both references.
@Suite struct CurveReferenceTests {
  /// The leaves asserted here.
  static let covers = [
    "n", "events", "median", "median_ci", "median_midpoint_info", "answered_by/*", "curve", "curve_time", "curve_surv",
    "curve_lo", "curve_hi",
  ].map { "km/*/\($0)" }

  static let groups = [
    "all", "acme", "bolt", "cora", "channel:chat", "channel:email", "channel:phone", "channel:twitter",
  ]

  @Test(arguments: Reference.allCases, groups)
  func theSummaryAgrees(reference: Reference, group: String) throws {
    let curve = try curve(of: group)
    let expected = try reference.node("km", group)
    #expect(Double(curve.count) == (try expected["n"].double))
    #expect(Double(curve.events) == (try expected["events"].double))
    #expect(curve.median.seconds.map(Double.init) == (try expected["median"].double))
    let limits = try expected["median_ci"].elements.map { try $0.double }
    #expect([curve.median.low, curve.median.high].map { $0.map(Double.init) } == limits)
    for seconds in [300, 3600, 86_400, 1_209_600] as [Int64] {
      #expect(isClose(curve.ended(by: seconds).estimate, to: try expected["answered_by"]["\(seconds)"].double))
    }
  }

  /// R takes the middle of a piece that is flat at one half, this module its beginning: that is all the difference.
  @Test(arguments: groups)
  func theMedianOfRIsTheMiddleOfAFlatPiece(group: String) throws {
    let steps = try curve(of: group).steps
    let place = try #require(steps.firstIndex { $0.survival <= 0.5 + 1e-12 })
    let isFlat = (steps[place].survival - 0.5).magnitude <= 1e-12
    let end = isFlat ? steps[place + 1].seconds : steps[place].seconds
    let middle = Double(steps[place].seconds + end) / 2
    #expect(middle == (try Reference.r.node("km", group, "median_midpoint_info").double))
  }

  @Test(arguments: groups)
  func theCurveOfPythonAgrees(group: String) throws {
    let steps = try curve(of: group).steps
    let rows = try Reference.python.node("km", group, "curve").elements
    let expected = try rows.map { try $0.elements.map { try $0.double } }
    try #require(steps.count == expected.count)
    for (step, values) in zip(steps, expected) {
      #expect([Double(step.seconds), Double(step.atRisk), Double(step.ended)] == Array(values[0...2]))
      expectAgreement(step, survival: values[3], low: values[4], high: values[5])
    }
  }

  @Test(arguments: groups)
  func theCurveOfRAgrees(group: String) throws {
    let steps = try curve(of: group).steps
    let expected = try Reference.r.node("km", group)
    let columns = try ["curve_time", "curve_surv", "curve_lo", "curve_hi"].map {
      try expected[$0].elements.map { try $0.double }
    }
    try #require(columns.allSatisfy { $0.count == steps.count })
    for (place, step) in steps.enumerated() {
      #expect(Double(step.seconds) == columns[0][place])
      expectAgreement(step, survival: columns[1][place], low: columns[2][place], high: columns[3][place])
    }
  }

  private func expectAgreement(_ step: SurvivalCurve.Step, survival: Double?, low: Double?, high: Double?) {
    #expect(isClose(step.survival, to: survival))
    #expect(isClose(step.interval?.low, to: low) && isClose(step.interval?.high, to: high))
  }

  /// The waits of everybody, of a vendor, or of a `channel:`.
  private func curve(of group: String) throws -> SurvivalCurve {
    let rows = try Fixture.rows("waits.csv").filter {
      group == "all" || $0["vendor_id"] == group || "channel:\($0["channel"]!)" == group
    }
    let lengths = Dictionary(grouping: rows) { Int64($0["seconds"]!)! }
    return SurvivalCurve(
      bins: lengths.sorted { $0.key < $1.key }.map { seconds, rows in
        let answered = rows.count { $0["answered"] == "1" }
        return WaitBin(seconds: seconds, answered: Int64(answered), censored: Int64(rows.count - answered))
      })
  }
}
