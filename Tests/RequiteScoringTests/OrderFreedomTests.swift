import RequiteModel
import RequiteScoring
import Testing

/// METHODS B0.4: the same facts in any order, in any number of parts, give the same state and the same measures.
@Suite struct OrderFreedomTests {
  @Test(arguments: 1...3)
  func neitherOrderNorPartsShow(seed: UInt64) throws {
    let facts = RandomFacts(seed: seed)
    let night = facts.night()
    let whole = night.tables()
    let expected = try measures(of: whole, plan: night.plan)
    var generator = SeededGenerator(seed: seed &* 31)
    for parts in [1, 2, 7] {
      let divided = facts.shuffledNight(using: &generator).tables(parts: parts, using: &generator)
      #expect(divided == whole)
      #expect(try measures(of: divided, plan: night.plan) == expected)
      #expect(factsDigest(of: divided) == factsDigest(of: whole))
    }
  }

  @Test func theStateHoldsSomethingOfEverything() {
    let tables = RandomFacts(seed: 1).night().tables()
    // Of whom a crosswalk knows there is only something on a night with a crosswalk.
    let names = TallyName.allCases.filter { $0 != .links }.map(\.rawValue)
    #expect(tables.sortedTallies().map(\.name) == names.sorted())
    #expect(tables.sortedCurves().count > 2)
  }

  @Test func onlyTheGroupingOfPeopleShows() throws {
    let facts = RandomFacts(seed: 4)
    let (one, other) = (facts.night(key: "one"), facts.night(key: "other"))
    #expect(one.interactions.map(\.customer) != other.interactions.map(\.customer))
    #expect(factsDigest(of: one.tables()) == factsDigest(of: other.tables()))
    #expect(try one.measures() == other.measures())
  }
}
