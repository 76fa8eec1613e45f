import RequiteDocuments
import RequiteTestSupport
import Testing

@Suite struct SpreadSortTests {
  private func isSorted(_ keys: [UInt64]) -> Bool {
    let order = SpreadSort.order(keys.indices.map { .init(key: keys[$0], row: $0) }, tie: <)
    return order == keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
  }

  @Test(arguments: [0, 1, 2, 3, 17, 1000])
  func keysThatAreSpreadAreSorted(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    #expect(isSorted((0..<count).map { _ in random.next() }))
  }

  @Test(arguments: [1, 2, 50])
  func keysThatRepeatAreSortedByTheTie(_ kinds: UInt64) {
    var random = SplitMix64(seed: kinds)
    #expect(isSorted((0..<500).map { _ in random.next() % kinds }))
  }

  @Test func theEndsOfTheRangeAreSorted() {
    #expect(isSorted([.max, 0, .max - 1, 1, .max, 0]))
  }

  /// All but one key in one bin: more than are sorted by insertion.
  @Test func oneFarKeyDoesNotDisturbTheOthers() {
    var random = SplitMix64(seed: 9)
    #expect(isSorted([.max] + (0..<300).map { _ in random.next() % 1000 }))
  }
}
