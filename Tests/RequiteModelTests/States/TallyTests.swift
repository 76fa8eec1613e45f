import RequiteModel
import RequiteTestSupport
import Testing

@Suite struct TallyTests {
  @Test func partsInAnyOrderGiveTheSameSums() {
    var random = SplitMix64(seed: 1)
    let facts = (0..<300).map { _ in
      (
        key: [UInt64.random(in: 0..<5, using: &random), .random(in: 0..<5, using: &random)],
        value: [Int128(Int64.random(in: -99...99, using: &random)), Int128.max / 1000]
      )
    }
    var whole = Tally(keyWidth: 2, valueWidth: 2)
    for fact in facts { whole.add(fact.value, to: fact.key) }
    var parts = Array(repeating: Tally(keyWidth: 2, valueWidth: 2), count: 7)
    for fact in facts.shuffled(using: &random) {
      parts[Int.random(in: 0..<7, using: &random)].add(fact.value, to: fact.key)
    }
    var sum = Tally(keyWidth: 2, valueWidth: 2)
    for part in parts.shuffled(using: &random) { sum.merge(part) }
    #expect(sum == whole)
    #expect(sum.sorted().map(\.key) == whole.sorted().map(\.key))
    #expect(sum[[9, 9]] == [0, 0])
  }

  @Test func aHistogramAddsWaitsOfOneLength() {
    var first = Histogram()
    first.add(.init(seconds: 5, answered: 1, censored: 0))
    var second = Histogram()
    second.add(.init(seconds: 3, answered: 0, censored: 1))
    second.add(.init(seconds: 5, answered: 2, censored: 4))
    second.merge(first)
    #expect(second.bins == [.init(seconds: 3, answered: 0, censored: 1), .init(seconds: 5, answered: 3, censored: 4)])
  }

  @Test func aCellComesBackFromItsWords() {
    let cell = Cell(vendor: .max, dimension: .max, level: .max, period: .max)
    #expect(Cell(words: cell.words[...]) == cell)
    let other = Cell(vendor: 1, dimension: 2, level: 3, period: 4)
    #expect(Cell(words: other.words[...]) == other)
  }
}
