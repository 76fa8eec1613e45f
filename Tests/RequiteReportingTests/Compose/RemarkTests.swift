import RequiteModel
import RequiteReporting
import Testing

@Suite struct RemarkTests {
  /// What each reason means for the metrics that can have it, family by family.
  @Test(arguments: [
    ("loyalty.nps", Reason.noData, "Nothing to count"),
    ("loyalty.response_rate.rr3", .noData, "Response rate unknown: the dumps hold answers only"),
    ("loyalty.nps_worst", .noData, "Response rate unknown: the dumps hold answers only"),
    ("loyalty.nps_shrunk", .tooFewForVariance, "Not shown: fewer than three groups"),
    ("loyalty.change_p", .tooFewForVariance, "Not shown: fewer than two independent customers"),
    ("loyalty.change_p", .zeroVariance, "Not shown: all answers alike"),
    ("loyalty.trend_signal", .zeroVariance, "Not shown: all answers of the base are alike"),
    ("loyalty.trend_signal", .denominatorTooSmall, "Not shown: needs eight periods as a base"),
    (
      "loyalty.nps", .smallCell, "Not shown: fewer than 8 customers, or needed to keep such a group hidden"
    ),
    (
      "loyalty.enps", .smallCell, "Not shown: fewer than 10 employees, or needed to keep such a group hidden"
    ),
    ("loyalty.nps_raked", .notConverged, "Not shown: the weights do not reach the known margins"),
    ("reciprocity.named", .noData, "Nothing to count"),
    ("reciprocity.named", .denominatorTooSmall, "Not shown: fewer than 12 cases"),
    ("reciprocity.trend_signal", .denominatorTooSmall, "Not shown: needs eight periods as a base"),
    ("reciprocity.index", .pillarEmpty, "Not shown: a whole pillar has too few cases"),
    ("reciprocity.index_harmonic", .pillarEmpty, "Not shown: a whole pillar has too few cases"),
    ("reciprocity.channels", .pillarEmpty, "Not shown: every component has too few cases"),
    (
      "reciprocity.index", .smallCell,
      "Not shown: fewer than 8 customers, or needed to keep such a group hidden"
    ),
    ("first_answer.median_seconds", .noData, "Nothing to count"),
    (
      "first_answer.median_seconds", .notReached,
      "Not reached: fewer than half were answered in the time observed"
    ),
    (
      "first_answer.share_1h", .smallCell,
      "Not shown: fewer than 8 customers, or needed to keep such a group hidden"
    ),
    ("balance.rho", .denominatorTooSmall, "Not shown: fewer than ten customers"),
    ("balance.reciprocity", .noData, "Not shown: no customer gave any loyalty"),
    ("balance.pearson", .zeroVariance, "Not shown: all customers alike"),
    ("perception.gap", .noData, "Nothing to count"),
    ("perception.vendor_good", .tooFewForVariance, "Not shown: fewer than two independent respondents"),
    ("employee.pearson", .denominatorTooSmall, "Not shown: fewer than eight units"),
    ("employee.spearman", .zeroVariance, "Not shown: all units alike"),
    ("growth.earned_growth", .noData, "Not shown: no revenue in the year before"),
    (
      "growth.earned_growth", .smallCell,
      "Not shown: fewer than 8 customers, or needed to keep such a group hidden"
    ),
    ("diagnostics.channel_coverage", .noData, "Nothing to count"),
    ("diagnostics.raking_deviation", .notConverged, "Not shown: the weights do not reach the known margins"),
  ])
  func aMissingNumberHasATrueReason(metric: String, reason: Reason, words: String) {
    #expect(remark(measure(metric, nil, reason)) == words)
  }

  @Test(arguments: [
    ("loyalty.nps_weighted", Reason.tooFewForVariance, false, "No interval: fewer than two independent customers"),
    ("loyalty.enps", .tooFewForVariance, false, "No interval: fewer than two independent employees"),
    ("loyalty.votes_net", .tooFewForVariance, false, "No interval: fewer than two independent votes"),
    ("loyalty.nps", .zeroVariance, true, "All answers alike: the interval is an approximation"),
    ("loyalty.change", .zeroVariance, false, "All answers alike: no interval"),
    ("loyalty.nps_shrunk", .zeroVariance, false, "All answers alike: there is nothing to draw"),
    ("reciprocity.named", .zeroVariance, true, "All cases alike: the interval is an approximation"),
    ("reciprocity.index", .tooFewForVariance, false, "No interval: fewer than two independent customers"),
    ("first_answer.share_1h", .zeroVariance, false, "All threads alike: no interval"),
    ("employee.pearson", .zeroVariance, false, "No interval: the units lie on one line"),
  ])
  func aNumberWithoutATrueIntervalSaysSo(metric: String, reason: Reason, hasInterval: Bool, words: String) {
    var measure = measure(metric, 1, reason)
    if hasInterval { (measure.low, measure.high) = (0, 2) }
    #expect(remark(measure) == words)
  }

  @Test(arguments: MetricFamily.allCases, Reason.allCases)
  func everyReasonOfEveryFamilyIsOneSentence(family: MetricFamily, reason: Reason) throws {
    for estimate in [nil, 1.0] {
      let words = try #require(remark(measure("\(family.rawValue).anything", estimate, reason)))
      #expect(words.first?.isUppercase == true)
      #expect(!words.hasSuffix(".") && words.count <= 80)
    }
  }

  @Test func boundsOfNobodyHaveNothingToCount() {
    var bound = measure("loyalty.nps_best", nil, .noData)
    bound.n = 0
    #expect(remark(bound) == "Nothing to count")
  }

  @Test func aLonelyStratumCanTakeTheVarianceAway() {
    var strict = settings
    strict.lonelyStratum = .fail
    let weighted = measure("loyalty.nps_weighted", 12, .tooFewForVariance)
    #expect(Wording.remark(on: weighted, settings: strict) == "No interval: a stratum holds a single account")
  }

  @Test(arguments: [(0.0, "0 cases"), (1, "1 case"), (7, "7 cases")])
  func tooFewCasesAreCounted(cases: Double, words: String) {
    var component = measure("reciprocity.named", nil, .denominatorTooSmall)
    (component.numerator, component.denominator) = (0, cases)
    #expect(remark(component) == "Not shown: \(words), 12 needed")
  }

  @Test func aNumberWithoutAReasonNeedsNoRemark() {
    #expect(remark(measure("loyalty.nps", 1, nil)) == nil)
    #expect(remark(measure("loyalty.nps", nil, nil)) == "Not shown")
  }

  @Test func whereThereIsLittleRoomASmallCellIsSaidShortly() {
    let small = measure("loyalty.nps", nil, .smallCell)
    #expect(Wording.shortRemark(on: small, settings: settings) == "Not shown, to protect a small group")
    let empty = measure("loyalty.nps", nil, .noData)
    #expect(Wording.shortRemark(on: empty, settings: settings) == "Nothing to count")
  }

  private func measure(_ metric: String, _ estimate: Double?, _ reason: Reason?) -> Measure {
    Measure(key: MeasureKey(vendor: "a", metric: metric), estimate: estimate, n: 40, reason: reason)
  }

  private func remark(_ measure: Measure) -> String? {
    Wording.remark(on: measure, settings: settings)
  }

  private var settings: Settings {
    var settings = Settings()
    settings.suppressionMinimum = 8
    settings.minimumDenominator = 12
    return settings
  }
}
