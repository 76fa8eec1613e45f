import RequiteModel
import RequiteReporting
import Testing

@Suite struct DimensionCutTests {
  @Test func ofManyLevelsThoseWithMostResponsesAreListed() throws {
    let cut = try cut(of: SampleReport.regions("a", 60))
    #expect(cut.levels.count == 60)
    #expect(cut.listed.map(\.level) == (20...69).map { "region-\($0)" })
    #expect(cut.unlistedCount == 10)
  }

  @Test func aFewLevelsAreAllListed() throws {
    let cut = try cut(of: SampleReport.regions("a", 50))
    #expect(cut.listed == cut.levels)
    #expect(cut.unlistedCount == 0)
  }

  @Test func equalLevelsAreListedByTheirBytesAndHiddenOnesLast() throws {
    let levels = ["é", "e\u{301}", "Z", "b"] + (0..<50).map { "level-\($0)" }
    let measures = levels.map { level in
      let key = MeasureKey(vendor: "a", dimension: "d", level: level, metric: "loyalty.nps")
      return level == "Z"
        ? Measure(key: key, estimate: nil, n: 0, reason: .smallCell) : Measure(key: key, estimate: 1, n: 20)
    }
    let listed = try cut(of: measures).listed.map(\.level)
    #expect(listed.count == 50)
    #expect(!listed.contains("Z"))
    // By bytes e comes before l, and é after it; only 50 of the 53 that tie are listed.
    #expect(listed.first == "b")
    #expect(listed[1].utf8.elementsEqual("e\u{301}".utf8))
    #expect(listed.last == "level-7")
  }

  private func cut(of measures: [Measure]) throws -> DimensionCut {
    let report = Report(version: "v", settings: SampleReport.settings, measures: measures, dumps: [])
    return try #require(report.vendors.first?.cuts.first)
  }
}
