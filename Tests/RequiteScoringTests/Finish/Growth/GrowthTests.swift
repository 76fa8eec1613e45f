import RequiteModel
import RequiteScoring
import Testing

@Suite struct GrowthTests {
  private static let metrics = [
    "diagnostics.new_revenue_unstated_share", "growth.earned_growth", "growth.earned_new_share",
    "growth.net_revenue_retention",
  ]

  private func measures(_ revenues: [RevenueSpec], minimum: Int64 = 0) throws -> [Measure] {
    try Night(revenues: revenues, settings: Night.settings { $0.suppressionMinimum = minimum }).measures()
      .filter { Self.metrics.contains($0.key.metric) }
  }

  /// So many customers, each paying `amount` in `year`.
  private func crowd(
    _ name: String, _ count: Int, _ year: Int32, _ amount: Int64, _ acquiredBy: Acquisition = .notStated
  ) -> [RevenueSpec] {
    (0..<count).map { RevenueSpec(customer: name + String($0), year: year, amount: amount, acquiredBy: acquiredBy) }
  }

  /// Winning on Purpose, appendix B, with the amounts of the reference: 85 % retained, 25 % earned, 10 % growth.
  @Test func theExampleOfTheSourceComesOut() throws {
    let example = try Fixture.object("statistics/config.json")["egr"]
    let reference = try Fixture.object("statistics/reference_py.json")["egr"]
    let amount = { (name: String) in try #require(example[name].integer) }
    let found = try measures([
      RevenueSpec(customer: "stays", year: 2024, amount: try amount("retained_revenue") + 5_000),
      RevenueSpec(
        customer: "leaves", year: 2024, amount: try amount("prev_revenue") - amount("retained_revenue") - 5_000),
      RevenueSpec(customer: "stays", year: 2025, amount: try amount("retained_revenue"), acquiredBy: .bought),
      RevenueSpec(customer: "sent", year: 2025, amount: try amount("earned_new_revenue"), acquiredBy: .earned),
      RevenueSpec(customer: "won", year: 2025, amount: try amount("bought_new_revenue"), acquiredBy: .bought),
    ])
    let expected = [("net_revenue_retention", "nrr"), ("earned_new_share", "enc"), ("earned_growth", "egr")]
    for (metric, name) in expected {
      let measure = try #require(found.find("growth." + metric, period: "2025"))
      let value = try #require(reference[name].double) / 100
      #expect(abs(try #require(measure.estimate) - value) <= 1e-9)
      #expect(measure.n == 2 && measure.denominator == 100_000 && measure.reason == nil)
    }
    #expect(found.find("growth.earned_growth", period: "2025")?.numerator == 10_000)
    #expect(found.find(Self.metrics[0], period: "2025")?.estimate == 0)
  }

  @Test func yearsAreComparedOnlyWhereBothAreTold() throws {
    let revenues = crowd("c", 3, 2021, 5) + crowd("c", 3, 2022, 5) + crowd("c", 3, 2024, 5)
    let found = try measures(revenues)
    #expect(Set(found.map(\.key.period)) == ["2022"])
    #expect(found.map(\.key.metric) == Self.metrics)
  }

  @Test func everybodyGoneIsATotalLossOnceTheNewYearIsTold() throws {
    let found = try measures(crowd("old", 3, 2024, 5) + crowd("new", 1, 2025, 6, .bought))
    #expect(found.find("growth.net_revenue_retention", period: "2025")?.estimate == 0)
    #expect(found.find("growth.earned_growth", period: "2025")?.estimate == -1)
  }

  @Test func newRevenueOfUnstatedOriginIsDiagnosed() throws {
    let revenues =
      crowd("c", 2, 2024, 50) + crowd("a", 1, 2025, 10, .earned) + crowd("b", 2, 2025, 15)
      + crowd("d", 1, 2025, 20, .bought)
    let share = try #require(measures(revenues).find(Self.metrics[0], period: "2025"))
    #expect(share.estimate == 0.5 && share.numerator == 30 && share.denominator == 60 && share.n == 4)
  }

  @Test func withoutNewRevenueTheShareOfUnknownOriginIsMissing() throws {
    let share = try measures(crowd("c", 2, 2024, 50) + crowd("c", 2, 2025, 50)).find(Self.metrics[0], period: "2025")
    #expect(share?.estimate == nil && share?.reason == .noData)
  }

  @Test func aVendorWithoutRevenueHasNoRow() throws {
    let revenues = crowd("c", 2, 2024, 5) + crowd("c", 2, 2025, 5)
    let all = try Night(revenues: revenues, otherVendors: ["quiet"]).measures()
    #expect(!all.contains { $0.key.vendor == "quiet" && Self.metrics.contains($0.key.metric) })
  }

  /// Customers of last year, of those who stayed, and of new ones, and which rows may be shown.
  @Test(arguments: [
    (10, 10, 10, 10, ["", "", "", ""]),
    (9, 9, 10, 10, ["", "hidden", "hidden", "hidden"]),
    (20, 9, 10, 10, ["", "hidden", "", "hidden"]),
    (10, 10, 9, 10, ["hidden", "hidden", "hidden", ""]),
    (10, 10, 10, 9, ["hidden", "", "", ""]),
    (10, 10, 0, 10, ["", "", "", ""]),
    (20, 0, 10, 10, ["", "", "", ""]),
  ])
  func amountsOfTooFewCustomersAreHidden(
    previous: Int, retained: Int, earned: Int, bought: Int, expected: [String]
  ) throws {
    let revenues =
      crowd("c", previous, 2024, 100) + crowd("c", retained, 2025, 90) + crowd("e", earned, 2025, 7, .earned)
      + crowd("b", bought, 2025, 8, .bought)
    let found = try measures(revenues, minimum: 10)
    #expect(found.map { $0.reason == .smallCell ? "hidden" : "" } == expected)
    #expect(found.allSatisfy { $0.reason != .smallCell || ($0.numerator == nil && $0.n == 0) })
  }
}
