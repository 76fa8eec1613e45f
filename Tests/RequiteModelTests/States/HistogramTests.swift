import RequiteModel
import RequiteTestSupport
import Testing

@Suite struct HistogramTests {
  @Test func waitsOfOneLengthAddUp() {
    var first = Histogram()
    first.add(.init(seconds: 5, answered: 1, censored: 0))
    var second = Histogram()
    second.add(.init(seconds: 3, answered: 0, censored: 1))
    second.add(.init(seconds: 5, answered: 2, censored: 4))
    second.merge(first)
    #expect(second.bins == [.init(seconds: 3, answered: 0, censored: 1), .init(seconds: 5, answered: 3, censored: 4)])
  }

  @Test func anEmptyHistogramHasNoBins() {
    var empty = Histogram()
    empty.merge(Histogram())
    #expect(empty.bins.isEmpty)
  }

  @Test(arguments: [1, 60, 500])
  func manyWaitsOfFewLengthsTakeFewBins(lengths: Int) {
    var random = SplitMix64(seed: UInt64(lengths))
    var histogram = Histogram()
    var answered = Array(repeating: UInt32(0), count: lengths)
    for _ in 0..<20_000 {
      let seconds = Int.random(in: 0..<lengths, using: &random)
      histogram.add(.init(seconds: UInt32(seconds), answered: 1, censored: 2))
      answered[seconds] += 1
      #expect(histogram.storedCount <= max(64, 2 * lengths))
    }
    let expected = answered.enumerated().filter { $0.element > 0 }.map {
      Histogram.Bin(seconds: UInt32($0.offset), answered: $0.element, censored: 2 * $0.element)
    }
    #expect(histogram.bins == expected)
  }

  @Test func partsInAnyOrderGiveTheSameBins() {
    var random = SplitMix64(seed: 4)
    var whole = Histogram()
    var parts = Array(repeating: Histogram(), count: 5)
    for _ in 0..<3_000 {
      let bin = Histogram.Bin(
        seconds: .random(in: 0..<300, using: &random), answered: .random(in: 0...3, using: &random), censored: 1)
      whole.add(bin)
      parts[Int.random(in: 0..<5, using: &random)].add(bin)
    }
    let sum = parts.shuffled(using: &random).reduce(into: Histogram()) { $0.merge($1) }
    #expect(sum.bins == whole.bins)
  }
}
