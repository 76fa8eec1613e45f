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
