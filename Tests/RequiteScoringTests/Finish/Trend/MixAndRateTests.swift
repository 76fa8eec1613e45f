import RequiteModel
import RequiteScoring
import Testing

private let february = 40 * Night.day

@Suite struct MixAndRateTests {
  /// Every part of the change is published, also those of levels that came or went.
  @Test(arguments: [RandomFacts(seed: 1).night(), SmallCells(seed: 1).night])
  func partsSumToTheChangeOfTheWhole(night: Night) throws {
    let measures = try night.with { $0.suppressionMinimum = 0 }.measures()
    let changes = measures.all("loyalty.change")
    #expect(changes.count > 3)
    for change in changes {
      for dimension in ["channel", "segment"] {
        let parts = measures.filter {
          ["loyalty.mix_effect", "loyalty.rate_effect"].contains($0.key.metric) && $0.key.vendor == change.key.vendor
            && $0.key.dimension == dimension && $0.key.period == change.key.period
        }
        #expect(!parts.isEmpty)
        let sum = parts.reduce(0) { $0 + ($1.estimate ?? .nan) }
        #expect(abs(sum - change.estimate!) < 1e-9, "\(change.key) \(dimension)")
      }
    }
  }

  /// In January ten of a and ten of b, in February a alone; nobody changed their mind.
  @Test func aLevelThatIsGoneIsAllMix() throws {
    let responses =
      [ResponseSpec].crowd("a", 10) { $0.levels = ["a"] }
      + [ResponseSpec].crowd("b", 10, score: 0) { $0.levels = ["b"] }
      + [ResponseSpec].crowd("c", 10, at: february) { $0.levels = ["a"] }
    let measures = try Night(
      responses: responses, settings: Night.settings { ($0.dimensions, $0.periods) = (["segment"], .month) }
    ).measures()
    func part(_ metric: String, _ level: String) -> Double? {
      measures.find("loyalty." + metric, dimension: "segment", level: level, period: "2026-02")?.estimate
    }
    #expect(measures.find("loyalty.change", period: "2026-02")?.estimate == 100)
    #expect(part("mix_effect", "a") == 50 && part("rate_effect", "a") == 0)
    #expect(part("mix_effect", "b") == 50 && part("rate_effect", "b") == 0)
  }

  @Test func levelsWithoutAnAnswerHaveNoPart() throws {
    let night = Night(
      events: .crowd("t", 3, at: february, on: "chat"),
      responses: .crowd("a", 3) + .crowd("b", 3, at: february), settings: Night.settings { $0.periods = .month })
    #expect(try night.measures().all("loyalty.mix_effect").map(\.key.level) == ["email"])
  }
}
