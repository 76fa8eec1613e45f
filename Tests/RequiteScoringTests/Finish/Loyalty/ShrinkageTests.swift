import RequiteModel
import RequiteScoring
import RequiteStatistics
import Testing

@Suite struct ShrinkageTests {
  /// Promoters and detractors of each segment.
  private func measures(_ segments: [(String, Int, Int)], minimum: Int64 = 0) throws -> [Measure] {
    let responses = segments.flatMap { name, promoters, detractors in
      [ResponseSpec].crowd(name + "p", promoters) { $0.levels = [name] }
        + [ResponseSpec].crowd(name + "d", detractors, score: 0) { $0.levels = [name] }
    }
    let settings = Night.settings { ($0.dimensions, $0.suppressionMinimum) = (["segment"], minimum) }
    return try Night(responses: responses, settings: settings).measures().all("loyalty.nps_shrunk")
  }

  private func expect(_ measures: [Measure], _ segments: [(String, Int64, Int64)]) {
    let shrinkage = Shrinkage(segments.map { NetPromoter(promoters: $0.1, passives: 0, detractors: $0.2) })
    for (segment, unit) in zip(segments, shrinkage.units) {
      let measure = measures.find("loyalty.nps_shrunk", dimension: "segment", level: segment.0)
      #expect(isClose(measure?.estimate, unit.shrunk.map { $0 * 100 }), "\(segment.0)")
      #expect(measure?.n == segment.1 + segment.2)
    }
  }

  @Test func levelsAreDrawnTowardsTheirMean() throws {
    let measures = try measures([("a", 18, 2), ("b", 5, 15), ("c", 30, 30)])
    expect(measures, [("a", 18, 2), ("b", 5, 15), ("c", 30, 30)])
    let a = try #require(measures.find("loyalty.nps_shrunk", dimension: "segment", level: "a")?.estimate)
    #expect(a < 80 && a > 0)
  }

  /// Segment a is too small, and b goes with it.
  @Test func hiddenLevelsTakeNoPart() throws {
    let measures = try measures([("a", 3, 0), ("b", 5, 5), ("c", 18, 2), ("d", 5, 15), ("e", 30, 30)], minimum: 10)
    #expect(measures.map(\.key.level) == ["c", "d", "e"])
    expect(measures, [("c", 18, 2), ("d", 5, 15), ("e", 30, 30)])
  }

  @Test func twoLevelsAreTooFew() throws {
    let measures = try measures([("a", 18, 2), ("b", 5, 15)])
    #expect(measures.count == 2)
    #expect(measures.allSatisfy { $0.estimate == nil && $0.n == 20 && $0.reason == .tooFewForVariance })
  }

  @Test func ofOneMindThereIsNothingToDraw() throws {
    let measures = try measures([("a", 4, 0), ("b", 5, 0), ("c", 6, 0)])
    #expect(measures.allSatisfy { $0.estimate == 100 && $0.reason == .zeroVariance })
  }

  @Test func onlyLevelsOfTheWindowAreDrawn() throws {
    let night = Night(responses: .crowd("c", 9), settings: Night.settings { $0.periods = .month })
    #expect(try night.measures().all("loyalty.nps_shrunk").map(\.key.period) == ["window"])
  }
}
