import RequiteModel
import RequiteScoring
import Testing

/// Agents of whom the source does not say whether they are persons.
@Suite struct UnknownAgentTests {
  /// Answers by a person, by nobody knows whom, by the brand and by a robot, in one thread.
  private func night(_ agents: [String]) -> Night {
    let answers = agents.enumerated().map { place, agent in
      EventSpec.says("a\(place)", at: Int64(60 + place), by: agent)
    }
    return Night(events: [.asks("q", at: 0)] + answers)
  }

  @Test func theyAnswerButAreNobodyByName() throws {
    let measures = try night(["mina", "unknown:88", "", "bot:rule", "unknown:89"]).measures()
    let named = try #require(measures.find("reciprocity.named"))
    #expect(named.numerator == 1 && named.denominator == 4)
    let unknown = try #require(measures.find("diagnostics.agents_unknown_share"))
    #expect(unknown.numerator == 2 && unknown.denominator == 4 && unknown.estimate == 0.5)
    #expect(measures.find("diagnostics.answers_by_robots")?.estimate == 1)
    // Between two answers of one person nobody else can be told to have taken over.
    let owner = try #require(try night(["mina", "unknown:88", "mina"]).measures().find("reciprocity.one_owner"))
    #expect(owner.numerator == 1 && owner.denominator == 1)
  }

  @Test func whereAllAreKnownNothingIsSaid() throws {
    let measures = try night(["mina", "", "bot:rule"]).measures()
    #expect(measures.find("diagnostics.agents_unknown_share") == nil)
  }

  @Test func theDigestKnowsWhoIsUnknown() throws {
    let digests = [["mina"], ["unknown:88"], [""]].map { factsDigest(of: night($0).tables()) }
    #expect(Set(digests).count == 3)
    #expect(factsDigest(of: night(["unknown:1"]).tables()) == digests[1])
  }
}
