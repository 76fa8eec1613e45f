import RequiteModel
import RequiteScoring
import Testing

@Suite struct DeduplicationTests {
  private let asked = EventSpec.asks("e1", at: 0)

  private func kept(_ events: [EventSpec]) -> Deduplicated<Interaction> {
    deduplicated(Night(events: events).interactions)
  }

  @Test func distinctFactsAreAllKept() {
    let result = kept([asked, .asks("e2", at: 0)])
    #expect(result.kept.count == 2)
    #expect(result.duplicates == 0 && result.conflicts == 0)
  }

  @Test func anExactDuplicateIsNoConflict() {
    let result = kept([asked, asked, asked])
    #expect(result.kept.count == 1)
    #expect(result.duplicates == 2 && result.conflicts == 0)
    #expect(!result.kept[0].conflicts)
  }

  @Test func ofRowsThatDisagreeTheLeastSerialisationStands() throws {
    let other = asked.with { $0.channel = "chat" }
    let result = kept([asked, other])
    let texts = Night(events: [asked, other]).interactions.map(\.serialisation)
    #expect(result.conflicts == 1 && result.duplicates == 1)
    #expect(result.kept[0].conflicts)
    #expect(result.kept[0].serialisation == texts.min { $0.lexicographicallyPrecedes($1) })
  }

  @Test func theGreatestRevisionStandsWithoutAConflict() {
    let corrected = asked.with { ($0.revision, $0.channel) = (2, "phone") }
    let result = kept([corrected, asked, asked.with { $0.revision = 1 }])
    #expect(result.kept.map(\.revision) == [2])
    #expect(result.duplicates == 2 && result.conflicts == 0)
  }

  @Test func aConflictOfAnOlderRevisionIsSettled() {
    let corrected = asked.with { $0.revision = 1 }
    #expect(kept([asked, asked.with { $0.channel = "chat" }, corrected]).conflicts == 0)
  }

  @Test func aConflictFromAnEarlierPassStays() {
    var rows = Night(events: [asked, asked]).interactions
    rows[0].conflicts = true
    let result = deduplicated(rows)
    #expect(result.conflicts == 1 && result.kept[0].conflicts)
    #expect(deduplicated([rows[0]]).conflicts == 1)
  }

  @Test func theSameIdOfAnotherVendorIsAnotherFact() {
    #expect(kept([asked, asked.with { $0.vendor = "bolt" }]).kept.count == 2)
  }

  @Test func responsesAreDeduplicatedAlike() {
    let response = ResponseSpec(id: "r1", score: 9)
    let result = deduplicated(Night(responses: [response, response.with { $0.score = 3 }]).responses)
    #expect(result.kept.count == 1 && result.conflicts == 1)
  }

  @Test func revenueOfOneYearCountsOnce() {
    let row = RevenueSpec(year: 2025, amount: 300)
    let result = deduplicated(
      Night(revenues: [row, row, row.with { $0.amount = 2000 }, row.with { $0.year = 2024 }]).revenues)
    #expect(result.kept.map(\.amountMinor) == [2000, 300] && result.duplicates == 2 && result.conflicts == 1)
  }

  @Test(arguments: 1...20)
  func neitherOrderNorPartsShow(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let specs = (0..<60).map { _ in
      EventSpec.asks("e\(Int.random(in: 0..<15, using: &generator))", at: 0).with {
        $0.revision = Int64.random(in: 0...1, using: &generator)
        $0.channel = ["chat", "email"].randomElement(using: &generator)!
      }
    }
    let rows = Night(events: specs).interactions
    let whole = deduplicated(rows)
    let cut = Int.random(in: 0...rows.count, using: &generator)
    let parts =
      deduplicated(Array(rows[cut...].shuffled(using: &generator))).kept + deduplicated(Array(rows[..<cut])).kept
    let again = deduplicated(parts)
    #expect(again.conflicts == whole.conflicts)
    #expect(content(again.kept) == content(whole.kept))
    #expect(whole.kept.count + whole.duplicates == rows.count)
  }

  /// The rows in an order of their own.
  private func content(_ rows: [Interaction]) -> [String] {
    rows.map { String(decoding: $0.serialisation, as: UTF8.self) + " \($0.conflicts)" }.sorted()
  }
}
