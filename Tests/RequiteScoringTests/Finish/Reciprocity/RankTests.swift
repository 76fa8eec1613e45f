import RequiteModel
import RequiteScoring
import Testing

@Suite struct RankTests {
  private static let metrics = ["first_share", "rank_high", "rank_low", "rank_median"].map { "reciprocity." + $0 }

  /// Customers of a vendor, of whom so many are answered, and half of these helped.
  private func events(_ vendor: String, answered: Int, of customers: Int) -> [EventSpec] {
    let helped = [EventSpec].crowd(vendor + "h", answered / 2, vendor: vendor)
    let heard = [EventSpec].crowd(vendor + "a", answered - answered / 2, vendor: vendor, isResolved: false)
    return helped + heard + .crowd(vendor + "n", customers - answered, vendor: vendor, answeredAfter: nil)
  }

  private func ranks(_ events: [EventSpec], minimum: Int64 = 0, draws: Int64 = 50) throws -> [Measure] {
    let settings = Night.settings { ($0.suppressionMinimum, $0.sensitivityDraws) = (minimum, draws) }
    return try Night(events: events, settings: settings).measures().filter { Self.metrics.contains($0.key.metric) }
  }

  private func estimates(_ vendor: String, in ranks: [Measure]) -> [Double?] {
    ranks.filter { $0.key.vendor == vendor }.map(\.estimate)
  }

  @Test func whoIsBetterInEverythingIsFirstWhateverTheWeights() throws {
    let ranks = try ranks(events("a", answered: 3, of: 12) + events("b", answered: 12, of: 12))
    #expect(estimates("a", in: ranks) == [0, 2, 2, 2])
    #expect(estimates("b", in: ranks) == [1, 1, 1, 1])
    #expect(ranks.allSatisfy { $0.n == 12 })
  }

  @Test func equalsAreAllFirst() throws {
    let ranks = try ranks(events("a", answered: 6, of: 12) + events("b", answered: 6, of: 12))
    #expect(estimates("a", in: ranks) == [1, 1, 1, 1] && estimates("b", in: ranks) == [1, 1, 1, 1])
  }

  /// The best of three is too small to be shown, and takes no rank from the others.
  @Test func hiddenVendorsAreNotRanked() throws {
    let events =
      events("a", answered: 3, of: 12) + events("b", answered: 12, of: 12) + events("c", answered: 4, of: 4)
    let ranks = try ranks(events, minimum: 10)
    #expect(estimates("a", in: ranks) == [0, 2, 2, 2])
    #expect(estimates("c", in: ranks).isEmpty)
  }

  @Test func vendorsWithoutAnIndexAreNotRanked() throws {
    let spoken = (0..<12).map { place in
      EventSpec.says("b\(place)", at: 0, by: "ann").with { ($0.vendor, $0.thread, $0.customer) = ("b", $0.id, $0.id) }
    }
    let ranks = try ranks(events("a", answered: 6, of: 12) + spoken)
    #expect(estimates("a", in: ranks) == [1, 1, 1, 1])
    #expect(estimates("b", in: ranks).isEmpty)
  }

  @Test func anotherNameIsTheSameRank() throws {
    func all(_ names: [String]) throws -> [[Double?]] {
      let ranks = try ranks(zip(names, [3, 9, 6]).flatMap { events($0, answered: $1, of: 12) })
      return names.map { estimates($0, in: ranks) }
    }
    #expect(try all(["a", "b", "c"]) == all(["c", "a", "b"]))
  }

  @Test func withoutDrawsThereAreNoRanks() throws {
    #expect(try ranks(events("a", answered: 6, of: 12), draws: 0).isEmpty)
  }
}
