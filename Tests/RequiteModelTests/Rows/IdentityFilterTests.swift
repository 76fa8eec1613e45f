import RequiteModel
import RequiteTestSupport
import Testing

@Suite struct IdentityFilterTests {
  private func identities(_ count: Int, using random: inout SplitMix64) -> [Hash128] {
    (0..<count).map { _ in Hash128(high: random.next(), low: random.next()) }
  }

  @Test(arguments: [1, 50, 20_000])
  func whatWasInsertedIsKnownAndHardlyAnythingElse(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let (inside, outside) = (identities(count, using: &random), identities(20_000, using: &random))
    let filter = IdentityFilter(count: count)
    filter.insert(inside)
    #expect(inside.allSatisfy(filter.mayContain))
    #expect(!outside.contains(where: filter.mayContain))
  }

  /// What is taken for another one costs a second look at all ids: of millions it should hardly ever be any.
  @Test func ofAMillionHardlyAnyIsTakenForAnother() {
    var random = SplitMix64(seed: 11)
    let inside = identities(200_000, using: &random)
    let filter = IdentityFilter(count: inside.count)
    filter.insert(inside)
    let taken = (0..<1_000_000).count { _ in filter.mayContain(Hash128(high: random.next(), low: random.next())) }
    #expect(taken <= 2)
  }

  @Test func aFilterThatIsFarTooSmallStillKnowsWhatWasInserted() {
    var random = SplitMix64(seed: 3)
    let filter = IdentityFilter(count: 0)
    let inside = identities(5_000, using: &random)
    filter.insert(inside)
    var seen: [Hash128] = []
    filter.appendSeen(among: inside, to: &seen)
    #expect(seen == inside)
  }
}
