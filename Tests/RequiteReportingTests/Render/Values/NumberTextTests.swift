import RequiteReporting
import Testing

@Suite struct NumberTextTests {
  @Test(arguments: [
    (32.46, MetricUnit.points, "32.5"), (-0.04, .points, "0.0"), (0.8534, .share, "85.3 %"), (4.25, .score, "4.2"),
    (1_234_567, .count, "1,234,567"), (-1234.5, .count, "-1,234.5"), (999, .count, "999"), (1000, .count, "1,000"),
    (0.337, .coefficient, "0.34"), (0.0321, .probability, "0.032"), (0.0004, .probability, "<0.001"),
    (0, .probability, "0.000"), (7500, .seconds, "2 h 5 min"),
  ])
  func aNumberIsShownInItsUnit(value: Double, unit: MetricUnit, text: String) {
    #expect(NumberText.text(value, unit) == text)
  }

  @Test(arguments: [
    (0.0, "0 s"), (0.4, "0 s"), (45, "45 s"), (60, "1 min"), (119, "1 min 59 s"), (3599, "59 min 59 s"), (3600, "1 h"),
    (3661, "1 h 1 min"), (86_399, "23 h 59 min"), (86_400, "1 d"), (273_600, "3 d 4 h"), (86_460, "1 d"),
    (-90, "-1 min 30 s"), (1e20, "100,000,000,000,000,000,000 s"),
  ])
  func aWaitHasTwoUnits(seconds: Double, text: String) {
    #expect(NumberText.duration(seconds) == text)
  }

  @Test func aWholeCountMayBeNegative() {
    #expect(NumberText.count(Int64.min) == "-9,223,372,036,854,775,808")
  }
}
