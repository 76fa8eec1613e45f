import RequiteModel
import Testing

@Suite struct ScoreScaleTests {
  @Test(arguments: ["0-10", "1-5", "-5-5", "-2147483648-2147483647", "net"])
  func aWordGivesItsScaleBack(_ text: String) throws {
    let scale = try #require(ScoreScale(text))
    #expect(ScoreScale(word: scale.word) == scale)
  }

  @Test func pooledIsAScaleNoDumpCanName() {
    #expect(ScoreScale(word: ScoreScale.pooled.word) == .pooled)
    #expect(ScoreScale.pooled.description == "pooled")
    #expect(ScoreScale("pooled") == nil && ScoreScale("2147483647--2147483648") == nil)
    #expect([Int32.min, 0, .max].allSatisfy { !ScoreScale.pooled.contains($0) })
  }

  @Test func aWordOfNoScaleIsRefused() {
    #expect(ScoreScale(word: 0) == nil)
    #expect(ScoreScale(word: 10 << 32 | 1) == nil)
  }

  @Test(arguments: [(-1, false), (0, true), (10, true), (11, false)] as [(Int32, Bool)])
  func bothEndsAreOnTheScale(score: Int32, isOn: Bool) {
    #expect(ScoreScale("0-10")?.contains(score) == isOn)
  }

  @Test func scalesAreOrderedByTheirBytes() throws {
    let scales = try ["1-5", "net", "0-10", "1-10"].map { try #require(ScoreScale($0)) } + [.pooled]
    #expect(scales.sorted().map(\.description) == ["0-10", "1-10", "1-5", "net", "pooled"])
  }
}
