import RequiteModel
import RequiteReporting
import Testing

@Suite struct WordingTests {
  @Test(arguments: [
    (Reason.noData, "Nothing to count"),
    (.tooFewForVariance, "No interval: fewer than two customers"),
    (.zeroVariance, "All answers alike: the interval is an approximation"),
    (.smallCell, "Not shown: fewer than 12 customers"),
    (.denominatorTooSmall, "Not shown: fewer than 8 cases"),
    (.pillarEmpty, "Not shown: a whole pillar has nothing to count"),
    (.notConverged, "Not shown: the weights do not reach the known margins"),
    (.notReached, "Not reached: fewer than half were answered in the time observed"),
  ])
  func everyReasonIsSaidInWords(reason: Reason, words: String) {
    let measure = Measure(key: MeasureKey(vendor: "a", metric: "loyalty.nps"), estimate: nil, n: 0, reason: reason)
    #expect(Wording.remark(on: measure, settings: settings) == words)
  }

  @Test(arguments: [(0.0, "0 cases"), (1, "1 case"), (7, "7 cases")])
  func tooFewCasesAreCounted(cases: Double, words: String) {
    let measure = Measure(
      key: MeasureKey(vendor: "a", metric: "reciprocity.named"), estimate: nil, numerator: 0, denominator: cases, n: 4,
      reason: .denominatorTooSmall)
    #expect(Wording.remark(on: measure, settings: settings) == "Not shown: \(words), 8 needed")
  }

  @Test func aNumberWithoutAReasonNeedsNoRemark() {
    let measure = Measure(key: MeasureKey(vendor: "a", metric: "loyalty.nps"), estimate: 1, n: 20)
    #expect(Wording.remark(on: measure, settings: settings) == nil)
  }

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

  private var settings: Settings {
    var settings = Settings()
    settings.suppressionMinimum = 12
    settings.minimumDenominator = 8
    return settings
  }

  private func verdict(_ dumps: [DumpAccount]) -> String {
    Wording.verdict(on: Report(version: "v", settings: Settings(), measures: [], dumps: dumps))
  }
}
