import RequiteModel
import RequiteReporting
import Testing

@Suite struct WordingTests {
  @Test func aPeriodNamesItsLastDay() {
    #expect(Wording.period(of: SampleReport.settings) == "90 days to 2026-03-31")
    #expect(Wording.days(of: SampleReport.settings.surveyWindow) == "2026-01-01 to 2026-03-31")
    var day = Settings()
    day.surveyWindow = Window(from: Instant(seconds: 0), to: Instant(seconds: 86_400))
    #expect(Wording.period(of: day) == "1 day to 1970-01-01")
    #expect(Wording.period(of: Settings()) == "0 days to 1970-01-01")
  }

  @Test func theVerdictNamesTheWorstTrouble() {
    let refused = DumpAccount(dump: "a", kind: .surveys, sha256: "", refused: "not gzip")
    let wrong = DumpAccount(dump: "b", kind: .surveys, sha256: "", read: 1)
    #expect(verdict([]) == "No dumps")
    #expect(verdict(SampleReport.dumps) == "Every row is accounted for")
    #expect(verdict([wrong]) == "The rows of 1 dump do not add up")
    #expect(verdict([wrong, refused]) == "Incomplete: 1 dump was refused")
    #expect(verdict([refused, refused]) == "Incomplete: 2 dumps were refused")
  }

  private func verdict(_ dumps: [DumpAccount]) -> String {
    Wording.verdict(on: Report(version: "v", settings: Settings(), measures: [], dumps: dumps))
  }
}
