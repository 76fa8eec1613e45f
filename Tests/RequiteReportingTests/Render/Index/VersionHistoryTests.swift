import RequiteModel
import RequiteReporting
import Testing

@Suite struct VersionHistoryTests {
  @Test func theLeadingNumbersOfAVersionAreKept() {
    var history = VersionHistory()
    history.update("v1", from: SampleReport.single.measures)
    #expect(
      String(decoding: history.lines, as: UTF8.self)
        == """
        {"nps":"28.750000","responses":80,"returned":"61.500000","vendor":"acme","version":"v1"}

        """)
  }

  @Test(arguments: SampleReport.Kind.allCases)
  func whatIsWrittenIsRead(kind: SampleReport.Kind) {
    var history = VersionHistory()
    history.update("v2", from: kind.report.measures)
    history.update("v1", from: SampleReport.single.measures)
    #expect(VersionHistory(lines: history.lines).lines == history.lines)
  }

  @Test func aVersionIsReplacedAndForgotten() {
    var history = VersionHistory()
    history.update("v1", from: SampleReport.three.measures)
    history.update("v1", from: SampleReport.single.measures)
    history.update("v2", from: SampleReport.single.measures)
    #expect(history.entries.map(\.version) == ["v1", "v2"])
    history.keep(["v2"])
    #expect(history.versions == ["v2"])
  }

  @Test func aSeriesHasAGapWhereNothingIsKnown() {
    var history = VersionHistory()
    history.update("v2", from: SampleReport.single.measures)
    #expect(history.series(of: "acme", in: ["v1", "v2"]).map { $0?.loyalty } == [nil, 28.75])
  }

  @Test func aDamagedLineIsLeftOut() {
    #expect(VersionHistory(lines: Array("{\"version\":\n\n[]\n".utf8)).entries == [])
  }
}
