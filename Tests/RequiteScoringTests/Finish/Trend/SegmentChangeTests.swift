import RequiteModel
import RequiteScoring
import RequiteStatistics
import Testing

private let february = 40 * Night.day

@Suite struct SegmentChangeTests {
  /// How many answered in January and in February, by segment; all of January's would recommend, of February's half.
  private func measures(_ segments: [(String, Int, Int)], minimum: Int64 = 0) throws -> [Measure] {
    let responses = segments.flatMap { name, first, second in
      ([ResponseSpec].crowd(name + "a", first)
        + (0..<second).map {
          ResponseSpec(id: "\(name)b\($0)", customer: "\(name)b\($0)", score: $0 % 2 == 0 ? 10 : 0, at: february)
        })
        .map { $0.with { $0.levels = [name] } }
    }
    return try Night(responses: responses, settings: Self.settings(minimum)).measures()
  }

  private static func settings(_ minimum: Int64) -> Settings {
    Night.settings { ($0.dimensions, $0.periods, $0.suppressionMinimum) = (["segment"], .month, minimum) }
  }

  /// Of a the second month is hidden, and b's with it; c and d may be tested.
  @Test func onlySegmentsShownInBothMonthsAreTested() throws {
    let measures = try measures([("a", 20, 3), ("b", 20, 10), ("c", 20, 20), ("d", 20, 22)], minimum: 10)
    for metric in ["segment_change", "segment_change_p", "segment_change_q"] {
      #expect(measures.all("loyalty." + metric).map(\.key.level) == ["c", "d"], "\(metric)")
    }
  }

  @Test func theTestIsThatOfTwoSimpleSamples() throws {
    let measures = try measures([("a", 20, 20)])
    let expected = NetDifference(
      from: NetPromoter(promoters: 20, passives: 0, detractors: 0),
      to: NetPromoter(promoters: 10, passives: 0, detractors: 10))
    let change = try #require(
      measures.find("loyalty.segment_change", dimension: "segment", level: "a", period: "2026-02"))
    #expect(change.estimate == -100 && change.n == 20)
    #expect(isClose(change.standardError, expected.standardError.map { $0 * 100 }))
    #expect(isClose(change.high, expected.interval.map { $0.high * 100 }))
    #expect(isClose(measures.all("loyalty.segment_change_p").first?.estimate, expected.pValue))
  }

  @Test func aSegmentOfOneMonthHasNoTest() throws {
    #expect(try measures([("a", 20, 20), ("b", 5, 0), ("c", 0, 5)]).all("loyalty.segment_change").count == 1)
  }

  @Test func unanimityBothTimesIsMarked() throws {
    let responses = [ResponseSpec].crowd("a", 9) + .crowd("b", 9, at: february)
    let measures = try Night(responses: responses.map { $0.with { $0.levels = ["s"] } }, settings: Self.settings(0))
      .measures()
    let change = try #require(measures.all("loyalty.segment_change").first)
    #expect(change.estimate == 0 && change.reason == .zeroVariance)
  }

  /// q-values are over all segment tests of the report, whatever vendor or dimension.
  @Test(arguments: 1...2)
  func testsAreJudgedTogether(seed: UInt64) throws {
    let measures = try SmallCells(seed: seed).night.with { $0.suppressionMinimum = 0 }.measures()
    let tests = measures.all("loyalty.segment_change_p")
    let expected = FalseDiscovery.adjusted(tests.compactMap(\.estimate))
    #expect(tests.count == expected.count && tests.count > 5)
    #expect(Set(tests.map(\.key.vendor)).count == 2 && Set(tests.map(\.key.dimension)).count == 2)
    for (test, q) in zip(measures.all("loyalty.segment_change_q"), expected) { #expect(test.estimate == q) }
  }
}
