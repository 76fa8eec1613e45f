import RequiteKnowledge
import RequiteModel
import RequiteScoring
import Testing

/// What becomes of earned growth as revenue becomes known: a customer's year counts in its own year and in the next.
@Suite struct RevenueCauseTests {
  private let warehouse = Warehouse()
  private let known: [RevenueLine] = [
    RevenueLine(customer: "ann", year: 2024, amount: 100), RevenueLine(customer: "ann", year: 2025, amount: 80),
    RevenueLine(customer: "bob", year: 2025, amount: 30, acquiredBy: "earned"),
  ]

  private func key(_ metric: String, year: String = "2025") -> MeasureKey {
    MeasureKey(vendor: "acme", period: year, metric: metric)
  }

  @Test func aYearThatIsKnownLateCountsTwice() throws {
    let first = Warehouse.Dump.revenue("1", known)
    let late = Warehouse.Dump.revenue("2", [RevenueLine(customer: "bob", year: 2024, amount: 50)])
    let changes = try warehouse.compare([first], [first, late]).changes
    // Bob is no new customer any more: 30 of 50 are retained, and nothing is earned.
    #expect(changes.counts[key("growth.net_revenue_retention")]?.changes == [.whole(.knowledge, .late, 30, 50)])
    #expect(changes.counts[key("growth.earned_new_share")]?.changes == [.whole(.knowledge, .late, -30, 50)])
    #expect(changes.counts[key("growth.earned_growth")]?.changes == [.whole(.knowledge, .late, -50, 50)])
    #expect(
      changes.counts[key("diagnostics.new_revenue_unstated_share")]?.changes == [.whole(.knowledge, .late, 0, -30)])
    #expect(changes.facts == [Cause(.knowledge, .late): [.revenue: 1]])
  }

  @Test func anAmountThatIsAnotherIsACorrection() throws {
    var rows = known
    rows[1].amount = 90
    let changes = try warehouse.compare([.revenue("1", known)], [.revenue("1", rows)]).changes
    #expect(changes.counts[key("growth.net_revenue_retention")]?.changes == [.whole(.knowledge, .corrected, 10, 0)])
    #expect(changes.counts[key("growth.earned_new_share")] == nil)
    // The year after rests on it, too.
    #expect(
      changes.counts[key("growth.net_revenue_retention", year: "2026")]?.changes == [
        .whole(.knowledge, .corrected, 0, 10)
      ])
  }

  @Test func whoeverIsForgottenTakesBothYearsAlong() throws {
    let first = Warehouse.Dump.revenue("1", known)
    let changes = try warehouse.compare([first], [first, .erasures("1", ["ann"])]).changes
    #expect(changes.counts[key("growth.net_revenue_retention")]?.changes == [.whole(.knowledge, .erased, -80, -100)])
  }

  @Test func theSameYearsInOtherDumpsChangeNothing() throws {
    let parts = [Warehouse.Dump.revenue("2", [known[2], known[0]]), .revenue("3", [known[1], known[0]])]
    let changes = try warehouse.compare([.revenue("1", known)], parts).changes
    #expect(changes.counts.isEmpty)
    #expect(changes.facts.isEmpty)
  }
}
