import RequiteModel
import RequiteReporting
import Testing

/// What trips a threshold, and what does not.
@Suite struct GateTests {
  @Test(arguments: [("3.741049", true), ("3.74105", false), ("4", false)])
  func aChangeIsComparedDigitByDigit(limit: String, trips: Bool) {
    let verdict = verdict { $0.absolute = self.limit(limit) }
    #expect(!verdict.trips.filter { $0.key == WorkedExample.nps }.isEmpty == trips)
  }

  @Test func aRuleForThePartOfWhatItWas() {
    #expect(
      verdict { $0.relative = limit("0.115") }.trips.map(\.what) == [
        "changed by -3.741050, more than 0.115 of what it was"
      ])
    #expect(verdict { $0.relative = limit("0.116") }.trips.isEmpty)
  }

  @Test func aChangeForTheBetterMayBeMeant() {
    #expect(verdict { ($0.absolute, $0.onlyWorse) = (limit("1"), true) }.trips.count == 1)
    let back = VersionDiff(from: WorkedExample.after(), to: WorkedExample.before(), causes: .unknown("none"))
    #expect(verdict(on: back) { ($0.absolute, $0.onlyWorse) = (limit("1"), true) }.trips.isEmpty)
  }

  @Test func eachStepHasItsOwnLimit() {
    #expect(verdict { $0.restated = limit("3") }.trips.map(\.what) == ["restated by -3.037897, more than 3"])
    #expect(verdict { $0.restated = limit("3.1") }.trips.isEmpty)
    #expect(verdict { $0.movement = limit("0.7") }.trips.map(\.what) == ["moved by -0.703153, more than 0.7"])
    #expect(verdict { $0.movementWithinNoise = true }.trips.isEmpty)
  }

  @Test func theFirstRuleThatAsksDecides() {
    var thresholds = Thresholds()
    thresholds.rules = [rule { $0.absolute = limit("9") }, rule { $0.absolute = limit("1") }]
    #expect(thresholds.verdict(on: WorkedExample.diff()).trips.isEmpty)
    thresholds.rules[0].movement = limit("0.1")
    thresholds.rules[0].absolute = nil
    #expect(thresholds.verdict(on: WorkedExample.diff()).trips.count == 2)
  }

  @Test func smallGroupsMayBeLeftAlone() {
    #expect(verdict { ($0.absolute, $0.minimumN) = (limit("1"), 801) }.trips.isEmpty)
    let segments = verdict { ($0.absolute, $0.dimension) = (limit("5"), "segment") }
    #expect(segments.trips.map { $0.key?.level } == ["smb"])
  }

  @Test func withoutCausesWhatNeedsThemIsNotJudged() {
    let unknown = WorkedExample.diff(causes: nil)
    #expect(verdict(on: unknown) { $0.restated = limit("1") }.unjudged == 1)
    #expect(verdict(on: unknown) { $0.absolute = limit("1") }.unjudged == 0)
    // Where only the facts moved, the whole change is a restatement.
    var after = WorkedExample.after()
    after.settings = WorkedExample.before().settings
    let restated = VersionDiff(from: WorkedExample.before(), to: after, causes: .unknown("none"))
    #expect(verdict(on: restated) { $0.restated = limit("1") }.trips.count == 1)
  }

  @Test(arguments: [("2026-09", true), ("2026-10", true), ("2026-11", false), ("2026-08", false), ("2026", false)])
  func settledPeriodsMustStayPut(period: String, isJudged: Bool) {
    let key = MeasureKey(vendor: "acme", period: period, metric: "loyalty.nps")
    var (before, after) = (WorkedExample.before(), WorkedExample.after())
    before.measures = [Measure(key: key, estimate: 20, n: 100)]
    after.measures = [Measure(key: key, estimate: 21, n: 200)]
    // Windows that hold all of September and October, but not of August.
    for window in [\Settings.surveyWindow, \.eventWindow] {
      before.settings[keyPath: window].from = Instant(rfc3339: "2026-08-05T00:00:00Z")!
      after.settings[keyPath: window].from = Instant(rfc3339: "2026-08-06T00:00:00Z")!
    }
    let diff = VersionDiff(from: before, to: after, causes: .unknown("none"))
    let verdict = verdict(on: diff) { ($0.settledDays, $0.restated) = (14, limit("0.2")) }
    #expect(verdict.trips.map(\.what) == (isJudged ? ["a settled period moved by +1.000000, more than 0.2"] : []))
  }

  @Test func factsAreCountedWhetherOrNotANumberMoved() {
    #expect(verdict { ($0.cause, $0.rows) = (.removed, 6) }.trips.isEmpty)
    #expect(verdict { ($0.cause, $0.rows) = (.removed, 5) }.trips.map(\.what) == ["6 facts removed, more than 5"])
    #expect(verdict { $0.cause = .method }.trips.isEmpty)
  }

  @Test func aWarningDoesNotFail() {
    let verdict = verdict { ($0.absolute, $0.level) = (limit("1"), .warn) }
    #expect(verdict.trips.count == 1)
    #expect(!verdict.fails)
  }

  @Test func whatIsToleratedIsNoDifference() {
    var thresholds = Thresholds()
    let selection = DiffSelection(metrics: ["loyalty.nps"])
    #expect(thresholds.differs(WorkedExample.diff(), selection))
    thresholds.tolerance = limit("4")
    #expect(!thresholds.differs(WorkedExample.diff(), selection))
  }

  @Test(arguments: [
    ("loyalty.*", "loyalty.nps", true), ("*", "", true), ("*.nps", "loyalty.nps", true), ("a*b*c", "abc", true),
    ("a*b*c", "axbxbxc", true), ("a*b", "ab*", false), ("loyalty.nps", "loyalty.nps_raked", false), ("a*a", "a", false),
    ("", "", true), ("", "a", false), ("**", "x", true),
  ])
  func aStarStandsForAnyText(pattern: String, name: String, matches: Bool) {
    #expect(NamePattern(pattern).matches(name) == matches)
  }

  // MARK: Support

  private func verdict(
    on diff: VersionDiff = WorkedExample.diff(), _ change: (inout Thresholds.Rule) -> Void
  ) -> GateVerdict {
    var thresholds = Thresholds()
    thresholds.rules = [rule(change)]
    return thresholds.verdict(on: diff)
  }

  private func rule(_ change: (inout Thresholds.Rule) -> Void) -> Thresholds.Rule {
    var rule = Thresholds.Rule(line: 1)
    rule.metric = NamePattern("loyalty.nps")
    change(&rule)
    return rule
  }

  private func limit(_ text: String) -> ExactLimit {
    ExactLimit(text: text, billionths: Int64((FixedDecimal.value(of: text)! * 1e9).rounded()))
  }
}
