import RequiteKnowledge
import RequiteModel
import RequiteScoring
import Testing

/// What is known of customers, which joins their answers with all of their threads.
@Suite struct CoverageCauseTests {
  private let warehouse = Warehouse()
  private let coverage = MeasureKey(vendor: "acme", metric: "diagnostics.balance_coverage")
  private let surveyed = MeasureKey(vendor: "acme", metric: "diagnostics.link_rate_surveys")
  private let wrote = MeasureKey(vendor: "acme", metric: "diagnostics.link_rate_interactions")

  private func answer(_ id: String, _ customer: String, at: Double = 20) -> ResponseLine {
    ResponseLine(id: id, customer: customer, score: 9, at: at)
  }

  /// A question and its answer, which are a thread with cases.
  private func thread(_ id: String, _ customer: String, at: Double = 15) -> [EventLine] {
    [
      EventLine(id: "\(id)-q", thread: id, customer: customer, at: at),
      EventLine(id: "\(id)-a", thread: id, customer: customer, at: at + 0.1, direction: "out", agent: "sue"),
    ]
  }

  @Test func aLateThreadShowsTheOtherSideOfWhoAnswered() throws {
    let (asked, old) = (
      Warehouse.Dump.surveys("1", [answer("r", "ann")]), Warehouse.Dump.interactions("1", thread("t", "bob"))
    )
    let late = Warehouse.Dump.interactions("2", thread("u", "ann") + thread("v", "cid") + thread("w", "bob"))
    let changes = try warehouse.compare([asked, old], [asked, old, late]).changes
    // Ann's other side is known now, Cid is met for the first time, and of Bob nothing else is known than before.
    #expect(changes.counts[coverage]?.changes == [.whole(.knowledge, .late, rows: 2, 1, 1)])
    let back = try warehouse.compare([asked, old, late], [asked, old]).changes
    #expect(back.counts[coverage]?.changes == [.whole(.knowledge, .fileMissing, rows: 2, -1, -1)])
  }

  @Test func anAnswerThatGoesLeavesTheThreadsBehind() throws {
    let threads = Warehouse.Dump.interactions("1", thread("t", "ann") + thread("u", "bob"))
    let both = Warehouse.Dump.surveys("1", [answer("r", "ann"), answer("s", "bob")])
    let changes = try warehouse.compare([threads, both], [threads, .surveys("1", [answer("s", "bob")])]).changes
    #expect(changes.counts[coverage]?.changes == [.whole(.knowledge, .removed, -1, 0)])
    let forgotten = try warehouse.compare([threads, both], [threads, both, .erasures("1", ["ann"])]).changes
    #expect(forgotten.counts[coverage]?.changes == [.whole(.knowledge, .erased, -1, -1)])
  }

  @Test func aThreadThatIsGivenToSomebodyElseIsACorrection() throws {
    let asked = Warehouse.Dump.surveys("1", [answer("r", "ann"), answer("s", "bob")])
    let threads = thread("t", "ann") + thread("u", "ann")
    let moved = threads.prefix(2).map { row in
      var row = row
      (row.customer, row.revision) = ("bob", 1)
      return row
    }
    let changes = try warehouse.compare(
      [asked, .interactions("1", threads)], [asked, .interactions("1", threads), .interactions("2", moved)]
    ).changes
    // Of Ann the other thread is left.
    #expect(changes.counts[coverage]?.changes == [.whole(.knowledge, .corrected, 1, 0)])
  }

  @Test func thePeriodTakesSidesInAndLeavesOthersBehind() throws {
    let dumps = [
      Warehouse.Dump.surveys("1", [answer("r", "ann"), answer("s", "bob", at: 11), answer("p", "cid", at: 31)]),
      Warehouse.Dump.interactions("1", thread("t", "ann", at: 26) + thread("u", "bob") + thread("v", "cid")),
    ]
    let changes = try warehouse.compare(dumps, dumps, asOf: (30, 32)).changes
    let counts = try #require(changes.counts[coverage])
    #expect(
      counts.changes == [.whole(.period, .agedOut, -1, 0), .whole(.period, .new, rows: 2, 2, 0)])
    #expect(counts.churn == ChurnSums(customers: 3, numeratorSquared: 3_000_000_000_000))
  }

  @Test func aLineOfTheCrosswalkLinksWhomItKnows() throws {
    let dumps = [
      Warehouse.Dump.surveys("1", [answer("r", "ann"), answer("s", "bob")]),
      Warehouse.Dump.interactions("1", thread("t", "ann") + thread("u", "cid")),
    ]
    let before = dumps + [.crosswalk("1", ["x": "bob"])]
    let changes = try warehouse.compare(before, dumps + [.crosswalk("1", ["x": "ann"])]).changes
    #expect(
      changes.counts[surveyed]?.changes == [.whole(.knowledge, .removed, -1, 0), .whole(.knowledge, .late, 1, 0)])
    #expect(changes.counts[wrote]?.changes == [.whole(.knowledge, .late, 1, 0)])
    #expect(changes.counts[coverage] == nil)
  }

  @Test func whoTurnsOutToBeSomebodyElseIsOneCustomerLess() throws {
    let dumps = [
      Warehouse.Dump.surveys("1", [answer("r", "ann")]), Warehouse.Dump.interactions("1", thread("t", "a-17")),
    ]
    let before = dumps + [.crosswalk("1", ["x": "bob"])]
    let changes = try warehouse.compare(before, dumps + [.crosswalk("1", ["x": "bob", "a-17": "ann"])]).changes
    // Who wrote is the one who answered: one customer of two sides, instead of two of one.
    #expect(changes.counts[coverage]?.changes == [.whole(.knowledge, .corrected, rows: 2, 1, -1)])
    #expect(changes.counts[surveyed]?.changes == [.whole(.knowledge, .late, 1, 0)])
  }

  @Test func withoutACrosswalkOnBothSidesNobodyIsLinkedOtherwise() throws {
    let dumps = [Warehouse.Dump.surveys("1", [answer("r", "ann")])]
    let changes = try warehouse.compare(dumps, dumps + [.crosswalk("1", ["x": "ann"])]).changes
    #expect(changes.counts[surveyed] == nil)
  }

  @Test func theRowsAreCustomers() throws {
    let (asked, late) = (
      Warehouse.Dump.surveys("1", [answer("r", "ann")]), Warehouse.Dump.interactions("1", thread("t", "ann"))
    )
    let found = try warehouse.compare([asked], [asked, late], watching: [coverage])
    let row = try #require(found.rows[coverage]?.first)
    #expect(found.rows[coverage]?.count == 1 && row.kind == .customer)
    #expect(row.wordBefore == "one side known" && row.wordAfter == "both sides known")
  }
}
