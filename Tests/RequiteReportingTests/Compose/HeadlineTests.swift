import RequiteModel
import RequiteReporting
import Testing

@Suite struct HeadlineTests {
  @Test func withoutVendorsThereIsNoData() {
    #expect(headline([]) == "No data in this period")
  }

  @Test func oneVendorGivesAndReturns() {
    #expect(
      headline([nps("a", 12.25), index("a", 50)]) == "Customers of a give 12.2 (NPS); a returns 50.0 of 100")
    #expect(headline([nps("a", 12.25)]) == "Customers of a give 12.2 (NPS); too little to say what is returned")
    #expect(headline([index("a", 50)]) == "a returns 50.0 of 100; too few answers to say what customers give")
    #expect(headline([nps("a", nil)]) == "a: too little data for a number")
  }

  @Test func vendorsWhoseIntervalsOverlapAreTied() {
    #expect(
      headline([index("a", 50, 45...55), index("b", 60, 55...65)])
        == "2 vendors return about as much loyalty as each other (50.0 to 60.0 of 100)")
    #expect(
      headline([index("a", 50, 45...55), index("b", 50, 45...55)])
        == "2 vendors return about as much loyalty as each other (50.0 of 100)")
  }

  @Test func vendorsWithoutIntervalsAreNotSetAgainstEachOther() {
    #expect(
      headline([index("a", 10), index("b", 90)])
        == "2 vendors return 10.0 to 90.0 of 100, too little data to set them against each other")
  }

  @Test func vendorsWhoseIntervalsAreApartAreCompared() {
    let (a, b) = (index("a", 50, 45...54), index("b", 60, 55...65))
    #expect(headline([a, b]) == "b returns more loyalty (60.0 of 100) than a (50.0)")
    #expect(
      headline([a, b, index("c", 58, 50...66)]) == "Loyalty returned runs from 50.0 (a) to 60.0 (b) of 100")
  }

  @Test func vendorsWithoutAnIndexAreCounted() {
    #expect(
      headline([index("a", 50), index("b", nil), index("c", nil)])
        == "a returns 50.0 of 100; too little data for the other 2")
    #expect(
      headline([index("a", nil), index("b", nil)])
        == "2 vendors, too little data to say how much loyalty is returned")
  }

  private func headline(_ measures: [Measure]) -> String {
    Report(version: "v", settings: Settings(), measures: measures, dumps: []).headline
  }

  private func nps(_ vendor: String, _ value: Double?) -> Measure {
    measure(vendor, "loyalty.nps", value, nil)
  }

  private func index(_ vendor: String, _ value: Double?, _ interval: ClosedRange<Double>? = nil) -> Measure {
    measure(vendor, "reciprocity.index", value, interval)
  }

  private func measure(
    _ vendor: String, _ metric: String, _ value: Double?, _ interval: ClosedRange<Double>?
  ) -> Measure {
    Measure(
      key: MeasureKey(vendor: vendor, metric: metric), estimate: value, low: interval?.lowerBound,
      high: interval?.upperBound, n: 20, reason: value == nil ? .noData : nil)
  }
}
