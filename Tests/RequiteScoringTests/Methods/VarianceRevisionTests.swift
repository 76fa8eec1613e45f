import RequiteModel
import RequiteScoring
import Testing

/// Whether a census is certain: the stage `variance`.
@Suite struct VarianceRevisionTests {
  private let second = Method(released: "2026.2")!

  private func measures(
    _ method: Method, population: [String: Int64], lonely: LonelyStratum = .adjust, scores: [Int32] = [10, 0, 10]
  ) throws -> [Measure] {
    let responses = scores.enumerated().map { place, score in
      ResponseSpec(
        id: "r\(place)", customer: "c\(place)", score: score, at: Int64(place), stratum: place == 2 ? "isle" : "north")
    }
    let settings = Night.settings {
      ($0.method, $0.strataPopulation, $0.lonelyStratum) = (method, population, lonely)
    }
    return try Night(responses: responses, settings: settings).measures()
  }

  private let census: [String: Int64] = ["north": 2, "isle": 1]

  @Test func aCensusIsCertain() throws {
    let before = try #require(measures(.current, population: census).find("loyalty.nps_weighted"))
    #expect(before.standardError == 0 && before.reason == .zeroVariance && before.low! < before.high!)
    let after = try #require(measures(second, population: census).find("loyalty.nps_weighted"))
    #expect(after.estimate == before.estimate && after.standardError == 0 && after.reason == nil)
    #expect(after.low == after.estimate && after.high == after.estimate)
    let mean = try #require(measures(second, population: census).find("loyalty.mean_score"))
    #expect(mean.low == mean.estimate && mean.reason == nil)
  }

  @Test(arguments: LonelyStratum.allCases)
  func alsoWhereAStratumHasASingleCluster(lonely: LonelyStratum) throws {
    let after = try measures(second, population: census, lonely: lonely).find("loyalty.nps_weighted")
    #expect(after?.low == after?.estimate && after?.standardError == 0)
  }

  @Test func aCensusOfOneIsCertainToo() throws {
    let after = try measures(second, population: ["north": 1], scores: [10]).find("loyalty.nps_weighted")
    #expect(after?.low == 100 && after?.high == 100 && after?.reason == nil)
    let before = try measures(.current, population: ["north": 1], scores: [10]).find("loyalty.nps_weighted")
    #expect(before?.low == nil && before?.reason == .tooFewForVariance)
  }

  @Test(arguments: [[:], ["north": 2], ["north": 2, "isle": 2], ["north": 3, "isle": 1]] as [[String: Int64]])
  func anythingLessIsASample(population: [String: Int64]) throws {
    #expect(try measures(second, population: population) == measures(.current, population: population))
  }

  @Test func unanimityOfASampleIsNoCensus() throws {
    let after = try measures(second, population: [:], scores: [10, 10]).find("loyalty.nps_weighted")
    #expect(after?.reason == .zeroVariance && after!.low! < 100)
  }

  @Test func onlyIntervalsOfWeightedNumbersDiffer() throws {
    let (before, after) = (try measures(.current, population: census), try measures(second, population: census))
    #expect(before.map(\.key) == after.map(\.key) && before.map(\.estimate) == after.map(\.estimate))
    let changed = zip(before, after).filter { $0 != $1 }.map { $0.0.key.metric }
    #expect(Set(changed) == ["loyalty.mean_score", "loyalty.nps_weighted"])
  }

  @Test func aSegmentOfACensusIsOneAsWell() throws {
    let after = try measures(second, population: census)
      .find("loyalty.nps_weighted", dimension: "channel", level: "email")
    #expect(after != nil && after?.low == after?.estimate)
  }

  @Test func anUnknownMethodPublishesNothing() {
    let unknown = Method(recorded: "2027.1")
    #expect(throws: FinishFailure.unknownMethod("2027.1")) { try measures(unknown, population: [:]) }
    #expect(
      FinishFailure.unknownMethod("2027.1").description
        == "method: 2027.1 is not known. Known: 2026.1, 2026.2, 2026.3.")
  }
}
