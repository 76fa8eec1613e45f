import RequiteModel
import Testing

/// `SampleData/tiny` is written by hand; its README says what is in it.
@Suite struct TinyTests {
  private static let surveys = Result { try rows(SampleFolder("tiny").bytes(of: "surveys-2026-03-25.csv")) }
  private static let events = Result { try rows(SampleFolder("tiny").bytes(of: "interactions-2026-03-25.csv")) }

  @Test func itHasTheRowsTheReadmeCounts() throws {
    #expect(try Self.surveys.get().count == 37)
    #expect(try Self.events.get().count == 69)
  }

  @Test func everyTimeCanBeRead() throws {
    let times =
      try Self.events.get().flatMap { [$0["at"]!, $0["due_at"]!] }
      + Self.surveys.get().flatMap { [$0["invited_at"]!, $0["responded_at"]!] }
    #expect(times.allSatisfy { $0.isEmpty || Instant(rfc3339: $0) != nil })
  }

  @Test func thePromotersPassivesAndDetractorsAreThoseOfTheReadme() throws {
    var latest: [String: (at: String, revision: String, score: Int)] = [:]
    for row in try Self.surveys.get() where row["vendor_id"] == "marigold-bikes" && row["instrument"] == "nps" {
      guard let score = Int(row["score"]!), row["status"] == "", row["customer_id"] != "nils" else { continue }
      let answer = (at: row["responded_at"]!, revision: row["revision"]!, score: score)
      if let known = latest[row["customer_id"]!], (known.at, known.revision) > (answer.at, answer.revision) { continue }
      latest[row["customer_id"]!] = answer
    }
    let scores = latest.values.map(\.score)
    #expect(scores.filter { $0 >= 9 }.count == 6)
    #expect(scores.filter { $0 <= 6 }.count == 3)
    #expect(scores.count == 13)
  }
}
