import RequiteModel
import RequiteTestSupport
import Testing

@Suite struct DeduplicationTests {
  struct Row: Hashable {
    var id: Int
    var revision: Int64
    var text: String
    var conflicts = false
  }

  private func settle(_ rows: [Row]) -> [Row] {
    let choice = Deduplication(
      count: rows.count, identity: { Hash128(high: 0, low: UInt64(rows[$0].id)) }, revision: { rows[$0].revision },
      conflicts: { rows[$0].conflicts }, serialisation: { Array(rows[$0].text.utf8) })
    return choice.kept.map { index in
      var row = rows[index]
      row.conflicts = choice.conflicting.contains(index)
      return row
    }.sorted { $0.id < $1.id }
  }

  @Test func theGreatestRevisionStandsThenTheFirstInByteOrder() {
    let rows = [
      Row(id: 1, revision: 0, text: "a"), Row(id: 1, revision: 2, text: "c"), Row(id: 1, revision: 2, text: "b"),
      Row(id: 2, revision: 0, text: "z"), Row(id: 2, revision: 0, text: "z"), Row(id: 3, revision: 0, text: "q"),
    ]
    #expect(
      settle(rows) == [
        Row(id: 1, revision: 2, text: "b", conflicts: true), Row(id: 2, revision: 0, text: "z"),
        Row(id: 3, revision: 0, text: "q"),
      ])
  }

  @Test func rowsKnownToBeTheSameAreNotWrittenOut() {
    var written = 0
    let texts = ["a", "a", "b", "a"]
    let choice = Deduplication(
      count: 4, identity: { _ in Hash128(high: 1, low: 1) }, revision: { _ in 0 }, conflicts: { _ in false },
      isSame: { texts[$0] == texts[$1] },
      serialisation: { row in
        written += 1
        return Array(texts[row].utf8)
      })
    #expect(choice.kept == [0])
    #expect(choice.conflicting == [0])
    #expect(written == 2)
  }

  @Test func neitherOrderNorDivisionMatters() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<200 {
      let rows = (0..<40).map { _ in
        Row(
          id: .random(in: 0..<9, using: &random), revision: .random(in: 0..<3, using: &random),
          text: ["a", "b", "c"].randomElement(using: &random)!)
      }
      let whole = settle(rows)
      let shuffled = rows.shuffled(using: &random)
      let cut = Int.random(in: 0...40, using: &random)
      #expect(settle(shuffled) == whole)
      #expect(settle(settle(Array(shuffled[..<cut])) + settle(Array(shuffled[cut...]))) == whole)
    }
  }
}
