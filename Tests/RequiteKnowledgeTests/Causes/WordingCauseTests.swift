import RequiteKnowledge
import RequiteModel
import RequiteScoring
import Testing

/// What vendors and customers say under one wording, which counts as long as both say something.
@Suite struct WordingCauseTests {
  private let warehouse = Warehouse()
  private let customers = MeasureKey(vendor: "acme", metric: "perception.customer_good")
  private let vendor = MeasureKey(vendor: "acme", metric: "perception.vendor_good")

  private func answer(_ id: String, _ customer: String, _ score: Int, at: Double = 25) -> ResponseLine {
    ResponseLine(id: id, customer: customer, instrument: "csat", scale: "1-5", score: score, at: at, survey: "w")
  }

  private func own(_ id: String, _ score: Int, at: Double = 25) -> ResponseLine {
    ResponseLine(id: id, customer: "staff", instrument: "self", scale: "1-5", score: score, at: at, survey: "w")
  }

  @Test func theFirstWordOfAVendorBringsItsCustomersIn() throws {
    let asked = Warehouse.Dump.surveys("1", [answer("a", "ann", 5), answer("b", "bob", 2)])
    let late = Warehouse.Dump.surveys("2", [own("o", 4), answer("c", "cid", 4)])
    let changes = try warehouse.compare([asked], [asked, late]).changes
    #expect(changes.counts[vendor]?.changes == [.whole(.knowledge, .late, 1, 1)])
    #expect(
      changes.counts[customers]?.changes == [
        .whole(.knowledge, .late, 1, 1), .whole(.knowledge, .knockOn, rows: 2, 1, 2),
      ])
    let back = try warehouse.compare([asked, late], [asked]).changes
    #expect(back.counts[vendor]?.changes == [.whole(.knowledge, .fileMissing, -1, -1)])
    #expect(
      back.counts[customers]?.changes == [
        .whole(.knowledge, .fileMissing, -1, -1), .whole(.knowledge, .knockOn, rows: 2, -1, -2),
      ])
  }

  @Test func aWordingThatOneSideAloneAnsweredIsInNoNumber() throws {
    let asked = Warehouse.Dump.surveys("1", [answer("a", "ann", 5)])
    let changes = try warehouse.compare([asked], [asked, .surveys("2", [answer("b", "bob", 2)])]).changes
    #expect(changes.counts[customers] == nil)
    #expect(changes.counts[vendor] == nil)
  }

  /// The vendor's word ages out with the period, and takes along what a dump that came late had brought.
  @Test func eachStepIsCountedByWhatStandsThen() throws {
    let early = Warehouse.Dump.surveys("1", [own("o", 4, at: 11), answer("a", "ann", 5)])
    let late = Warehouse.Dump.surveys("2", [answer("b", "bob", 2)])
    let changes = try warehouse.compare([early], [early, late], asOf: (30, 32)).changes
    #expect(changes.counts[vendor]?.changes == [.whole(.period, .agedOut, -1, -1)])
    #expect(
      changes.counts[customers]?.changes == [
        .whole(.knowledge, .late, 0, 1), .whole(.period, .knockOn, rows: 2, -1, -2),
      ])
  }

  @Test func whoMovesWithThePeriodIsNoiseAndARow() throws {
    let dump = Warehouse.Dump.surveys(
      "1", [own("o", 4), answer("a", "ann", 5, at: 11), answer("b", "bob", 2), answer("c", "cid", 4, at: 31)])
    let found = try warehouse.compare([dump], [dump], asOf: (30, 32), watching: [customers])
    let counts = try #require(found.changes.counts[customers])
    #expect(counts.changes == [.whole(.period, .agedOut, -1, -1), .whole(.period, .new, 1, 1)])
    let square: Int128 = 1_000_000_000_000
    #expect(
      counts.churn
        == ChurnSums(customers: 2, numeratorSquared: 2 * square, product: 2 * square, denominatorSquared: 2 * square))
    let rows = try #require(found.rows[customers])
    #expect(Set(rows.map(\.cause)) == [Cause(.period, .agedOut), Cause(.period, .new)])
    #expect(rows.allSatisfy { $0.kind == .response && ($0.wordBefore ?? $0.wordAfter) == "good" })
  }
}
