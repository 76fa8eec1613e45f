import RequiteModel
import RequiteReporting
import Testing

@Suite struct DisclosureRuleTests {
  @Test(arguments: [(0, false), (1, true), (-1, true), (9, true), (-9, true), (10, false), (-10, false), (500, false)])
  func aCellIsHiddenWhereAFewCustomersCameOrWent(difference: Int64, isHidden: Bool) {
    let diff = diff([measure("loyalty.nps", 100)], [measure("loyalty.nps", 100 + difference)])
    #expect(diff.entries.map(\.differenceDiscloses) == [isHidden])
    #expect(diff.hiddenCount == (isHidden ? 1 : 0))
  }

  @Test func aHiddenNumberHasNoValuesAndAlwaysCountsAsChanged() {
    let before = [measure("loyalty.nps", 100), measure("loyalty.promoters", 100)]
    let diff = diff(before, [measure("loyalty.nps", 101), before[1]])
    #expect(diff.entries.allSatisfy { $0.before == nil && $0.after == nil && $0.kind == .changed })
    #expect(diff.count(.changed) == 2)
  }

  @Test(arguments: [
    ("loyalty.nps", "loyalty.mean_score"), ("loyalty.nps", "loyalty.response_rate.rr1"),
    ("loyalty.nps", "loyalty.trend_z"), ("loyalty.csat_top2", "loyalty.csat_mean"),
    ("loyalty.ces_agree", "loyalty.ces_mean"), ("loyalty.enps", "employee.pearson"),
    ("reciprocity.index", "reciprocity.named"), ("reciprocity.index", "first_answer.median_seconds"),
    ("reciprocity.index", "reciprocity.trend_signal"), ("balance.mutual", "balance.rho"),
    ("perception.vendor_good", "perception.gap"), ("growth.earned_growth", "growth.net_revenue_retention"),
    ("growth.earned_growth", "diagnostics.new_revenue_unstated_share"),
    ("reciprocity.index", "diagnostics.channel_coverage"), ("loyalty.nps", "diagnostics.lonely_strata"),
  ])
  func aMetricFollowsThePeopleOfItsCell(lead: String, metric: String) {
    // Its own n, which may count threads or periods, does not change.
    let follower = measure(metric, 100)
    #expect(hidden([measure(lead, 50), follower], [measure(lead, 53), follower]).contains(metric))
    #expect(!hidden([measure(lead, 50), follower], [measure(lead, 70), follower]).contains(metric))
  }

  @Test(arguments: [
    ("loyalty.nps", "reciprocity.named"), ("reciprocity.index", "loyalty.nps"), ("loyalty.enps", "loyalty.nps"),
    ("loyalty.csat_top2", "loyalty.nps"), ("loyalty.nps", "growth.earned_growth"),
  ])
  func otherPeopleOfTheCellDoNotMatter(lead: String, metric: String) {
    let other = measure(metric, 100)
    #expect(hidden([measure(lead, 50), other], [measure(lead, 53), other]) == [lead])
  }

  @Test func otherCellsAreNotHidden() {
    let before = [measure("loyalty.nps", 50), measure("loyalty.nps", 50, level: "chat")]
    let diff = diff(before, [before[0], measure("loyalty.nps", 52, level: "chat")])
    #expect(diff.entries.filter(\.differenceDiscloses).map(\.key.level) == ["chat"])
  }

  @Test(arguments: [
    "loyalty.change", "loyalty.segment_change_q", "loyalty.mix_effect", "loyalty.trend_cusum_up",
  ])
  func whatLooksBackFollowsTheEarlierPeriodsToo(metric: String) {
    let later = measure(metric, 40, period: "2026-03")
    let before = [measure("loyalty.nps", 50, period: "2026-02"), measure("loyalty.nps", 60, period: "2026-03"), later]
    let after = [measure("loyalty.nps", 51, period: "2026-02"), before[1], later]
    #expect(hidden(before, after) == ["loyalty.nps", metric])
    let restated = [before[0], measure("loyalty.nps", 61, period: "2026-03")]
    let earlier = measure(metric, 40, period: "2026-02")
    #expect(!hidden([before[0], before[1], earlier], restated + [earlier]).contains(metric))
  }

  @Test func whatIsHiddenOrMissingOnOneSideLeavesNothingToSubtract() {
    let small = Measure(key: measure("loyalty.nps", 0).key, estimate: nil, n: 0, reason: .smallCell)
    #expect(hidden([small], [measure("loyalty.nps", 5)]) == [])
    #expect(hidden([measure("loyalty.nps", 5)], [small]) == [])
    #expect(hidden([], [measure("loyalty.nps", 5)]) == [])
  }

  @Test func theRuleIsForVersionsOfTheSameWindows() {
    let settings = SampleReport.settings
    #expect(DisclosureRule(from: settings, to: settings)?.minimum == 10)
    var moved = settings
    moved.surveyWindow = Window(from: settings.surveyWindow.from, to: Instant(seconds: settings.asOf.seconds + 86_400))
    #expect(DisclosureRule(from: settings, to: moved) == nil)
    moved = settings
    moved.eventWindow = Window(from: settings.eventWindow.from, to: settings.asOf)
    #expect(DisclosureRule(from: settings, to: moved) == nil)
  }

  @Test func theStricterOfBothMinimaHolds() {
    var other = SampleReport.settings
    other.suppressionMinimum = 20
    #expect(DisclosureRule(from: SampleReport.settings, to: other)?.minimum == 20)
    #expect(DisclosureRule(from: other, to: SampleReport.settings)?.minimum == 20)
    var open = SampleReport.settings
    open.suppressionMinimum = 1
    #expect(DisclosureRule(from: open, to: open) == nil)
  }

  @Test func withoutARuleNothingIsHidden() {
    let diff = MeasureDiff(before: [measure("loyalty.nps", 50)], after: [measure("loyalty.nps", 51)])
    #expect(diff.hiddenCount == 0)
    #expect(diff.entries[0].after?.n == 51)
  }

  private func measure(_ metric: String, _ n: Int64, level: String = "*", period: String = "window") -> Measure {
    let key = MeasureKey(
      vendor: "a", dimension: level == "*" ? "all" : "channel", level: level, period: period, metric: metric)
    return Measure(key: key, estimate: 12, n: n)
  }

  private func diff(_ before: [Measure], _ after: [Measure]) -> MeasureDiff {
    MeasureDiff(before: before, after: after, rule: DisclosureRule(minimum: 10))
  }

  private func hidden(_ before: [Measure], _ after: [Measure]) -> [String] {
    diff(before, after).entries.filter(\.differenceDiscloses).map(\.key.metric)
  }
}
