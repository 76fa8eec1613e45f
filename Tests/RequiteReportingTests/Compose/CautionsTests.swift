import RequiteModel
import RequiteReporting
import Testing

@Suite struct CautionsTests {
  @Test func aReportWithoutFlagsNeedsNoCare() {
    #expect(SampleReport.three.cautions == [])
    #expect(StrictCheck(SampleReport.three) == nil)
  }

  @Test func everyFlagIsASentence() {
    #expect(
      SampleReport.flagged.cautions == [
        "The index is partial, without components of too few cases: acme (Listening)",
        "The last threads are not watched for 14 d yet: later dumps will still change what is returned",
        "The last threads are not followed for 30 d yet: later dumps will still change first answers",
        "Scores of different scales count together, by their categories: acme",
        "Strata of a single account count with all their spread, so that intervals are rather too wide: acme",
        "No weights reach the known margins, so that numbers are missing: acme",
      ])
  }

  @Test(arguments: [
    (LonelyStratum.adjust, "rather too wide"), (.remove, "too narrow"), (.average, "average spread of the others"),
    (.fail, "without an interval"),
  ])
  func whatALonelyStratumDoesDependsOnThePolicy(policy: LonelyStratum, words: String) throws {
    var settings = SampleReport.settings
    settings.lonelyStratum = policy
    let report = Report(version: "v", settings: settings, measures: SampleReport.diagnostics("a"), dumps: [])
    let sentence = try #require(report.cautions.first { $0.hasPrefix("Strata of a single account") })
    #expect(sentence.contains(words))
  }

  @Test func manyVendorsAreNotAllNamed() {
    let measures = (1...7).flatMap { SampleReport.diagnostics("v\($0)") }
    let report = Report(version: "v", settings: SampleReport.settings, measures: measures, dumps: [])
    #expect(
      report.cautions.last
        == "No weights reach the known margins, so that numbers are missing: v1, v2, v3, v4, v5 and 2 more")
  }

  @Test func aStrictRunNamesTheVendorsAndWhatToDo() throws {
    let check = try #require(StrictCheck(SampleReport.flagged))
    #expect(check.what == "the report stands, but no weights reach the known margins for acme")
    #expect(check.remedy.contains("raking.margins"))
    #expect(check.remedy.contains("raking_deviation"))
  }

  @Test func aHostileNameCannotForgeALineOfTheLog() throws {
    let measures = SampleReport.diagnostics("a\nb\u{1B}[2J")
    let report = Report(version: "v", settings: SampleReport.settings, measures: measures, dumps: [])
    let check = try #require(StrictCheck(report))
    #expect(check.what.hasSuffix("for a\\u{A}b\\u{1B}[2J"))
  }

  @Test func aComponentWithoutWeightIsNoGap() {
    var settings = SampleReport.settings
    settings.leafWeights[Component.listening.index] = 0
    let report = SampleReport.flagged
    #expect(report.vendors[0].window.missingComponents(report.settings) == [.listening])
    #expect(report.vendors[0].window.missingComponents(settings) == [])
  }
}
