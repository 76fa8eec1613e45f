import RequiteModel
import RequiteReporting
import Testing

@Suite struct MetricTests {
  @Test(arguments: Component.allCases)
  func everyComponentIsAShareWithATitle(component: Component) {
    let metric = Metric(named: "reciprocity.\(component.rawValue)")
    #expect(metric.unit == .share)
    #expect(metric.family == .reciprocity)
  }

  @Test(arguments: Pillar.allCases)
  func everyPillarIsInPoints(pillar: Pillar) {
    #expect(Metric(named: "reciprocity.\(pillar.rawValue)").unit == .points)
  }

  @Test(arguments: Component.allCases)
  func theEffectOfEveryComponentIsNamedAfterIt(component: Component) {
    let metric = Metric(named: "reciprocity.\(component.rawValue)_effect")
    #expect(metric.unit == .points)
    #expect(metric.title == "Part of the change from: \(Metric(named: "reciprocity.\(component.rawValue)").title)")
  }

  @Test(arguments: [
    ("loyalty", "nps_score nps_wald nps_raked nps_shrunk nps_worst nps_best"),
    ("loyalty.response_rate", "rr1 rr2 rr3 rr4 rr5 rr6"),
    ("loyalty", "change change_p segment_change segment_change_p segment_change_q mix_effect rate_effect"),
    ("loyalty", "trend_z trend_ewma trend_cusum_up trend_cusum_down trend_signal"),
    ("reciprocity", "rank_low rank_median rank_high first_share change"),
    ("reciprocity", "trend_z trend_ewma trend_cusum_up trend_cusum_down trend_signal"),
    ("balance", "mutual unrequited indulged estranged undecided_returned undecided_unreturned"),
    ("balance", "reciprocity null rho ccc pearson gap"),
    ("perception", "gap vendor_good customer_good"), ("employee", "pearson spearman"),
    ("growth", "net_revenue_retention earned_new_share earned_growth"),
    ("diagnostics", "window_open curves_open components_missing components_at_floor lonely_strata mixed_scales"),
    ("diagnostics", "balance_coverage raking_deviation raking_unreachable raking_untargeted raking_share"),
    ("diagnostics", "link_rate_surveys link_rate_interactions link_conflicts agents_unknown_share"),
    ("diagnostics", "channel_mix_customers channel_mix_vendor channel_mix_distance new_revenue_unstated_share"),
  ])
  func everyPublishedMetricHasATitleOfItsOwn(prefix: String, names: String) {
    for name in names.split(separator: " ") {
      let title = Metric(named: "\(prefix).\(name)").title
      #expect(title != Metric(named: "weather.\(name)").title)
      #expect(Metric(named: "\(prefix).\(name)").family != nil)
    }
  }

  @Test(arguments: [
    ("loyalty.change_p", MetricUnit.probability), ("loyalty.segment_change_q", .probability),
    ("loyalty.change", .points), ("loyalty.nps_worst", .points), ("loyalty.response_rate.rr1", .share),
    ("perception.gap", .share), ("employee.pearson", .coefficient), ("growth.net_revenue_retention", .share),
    ("diagnostics.raking_share", .share), ("reciprocity.rank_low", .count), ("reciprocity.trend_z", .coefficient),
  ])
  func aMetricIsShownInItsUnit(name: String, unit: MetricUnit) {
    #expect(Metric(named: name).unit == unit)
  }

  @Test(arguments: [
    ("diagnostics.lost_and_found", "Lost and found", MetricUnit.count),
    ("diagnostics.bot_share", "Bot share", .share), ("weather.wait_seconds", "Wait seconds", .seconds),
    ("", "", .count),
    (".", ".", .count),
  ])
  func anUnknownMetricIsShownByItsName(name: String, title: String, unit: MetricUnit) {
    let metric = Metric(named: name)
    #expect(metric.title == title)
    #expect(metric.unit == unit)
  }

  @Test func aFamilyIsTheFirstPartOfTheName() {
    #expect(Metric(named: "first_answer.median_seconds").family == .firstAnswer)
    #expect(Metric(named: "loyalty.response_rate.rr1").family == .loyalty)
    #expect(Metric(named: "weather.rain").family == nil)
  }
}
