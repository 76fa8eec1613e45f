import RequiteModel
import RequiteTestSupport
import Testing

@Suite struct PairHashTests {
  @Test(arguments: 0..<12)
  func pairsHashLikeTheirArray(pairs: Int) {
    var random = SplitMix64(seed: UInt64(pairs))
    let words = (0..<2 * pairs).map { _ in random.next() }
    for seed in [Hash128.start, Hash128("acme")] {
      var hash = PairHash(seed: seed)
      for place in stride(from: 0, to: words.count, by: 2) { hash.absorb(words[place], words[place + 1]) }
      #expect(hash.finish() == Hash128(words: words, seed: seed))
    }
  }

  @Test func noNumberLooksLikeNone() {
    var (none, zero) = (PairHash(), PairHash())
    none.absorb(nil)
    zero.absorb(0 as Int64?)
    #expect(none.finish() == Hash128(words: [0, 0]))
    #expect(zero.finish() == Hash128(words: [1, 0]))
  }
}
