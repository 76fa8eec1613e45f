import RequiteModel
import Testing

/// `SampleData/tiny` is written by hand; its README says what is in it.
@Suite struct TinyTests {
  private static let surveys = Result { try rows(SampleFolder("tiny").bytes(of: "surveys-2026-03-25.csv")) }
  private static let revenue = Result { try rows(SampleFolder("tiny").bytes(of: "revenue-2026-03-25.csv")) }
  private static let events = Result { try rows(SampleFolder("tiny").bytes(of: "interactions-2026-03-25.csv")) }

  @Test func itHasTheRowsTheReadmeCounts() throws {
    #expect(try Self.surveys.get().count == 37)
    #expect(try Self.events.get().count == 69)
    #expect(try Self.revenue.get().count == 50)
  }

  @Test func theSumsOfRevenueAreThoseOfTheReadme() throws {
    // Bo's second row and the account of Gita that does not stand, both among the last ten of the shop's.
    let repeated = [("bo", "8000"), ("gita", "9000")]
    var shop = try Self.revenue.get().filter { $0["vendor_id"] == "marigold-bikes" && $0["customer_id"] != "nils" }
    for (customer, amount) in repeated {
      let place = try #require(shop.lastIndex { $0["customer_id"] == customer && $0["amount_minor"] == amount })
      shop.remove(at: place)
    }
    func sum(_ year: String, _ acquiredBy: String, _ belongs: (String) -> Bool = { _ in true }) -> Int {
      shop.filter { $0["period"] == year && $0["acquired_by"] == acquiredBy && belongs($0["customer_id"]!) }
        .reduce(0) { $0 + Int($1["amount_minor"]!)! }
    }
    let known = Set(shop.filter { $0["period"] == "2024" }.map { $0["customer_id"]! })
    #expect(known.count == 12 && sum("2024", "") == 100_000)
    #expect(sum("2025", "", known.contains) == 85_000 && sum("2025", "") { !known.contains($0) } == 5_000)
    #expect(sum("2025", "earned") == 25_000 && sum("2025", "bought") == 20_000)
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
