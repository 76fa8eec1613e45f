import RequiteModel
import RequiteTestSupport
import Testing

@Suite struct IdentityTableTests {
  /// Identities that often agree in the half by which they are placed, in the other half, or in both.
  private func identities(_ count: Int, using random: inout SplitMix64) -> [Hash128] {
    (0..<count).map { _ in
      Hash128(high: .random(in: 0..<40, using: &random) << 30, low: .random(in: 0..<40, using: &random))
    }
  }

  @Test func repeatsAreThoseThatAPlainSearchFindsBucketAfterBucket() {
    var random = SplitMix64(seed: 11)
    var table = IdentityTable()
    for count in [0, 1, 3, 700, 20, 5_000, 0, 64] {
      let identities = identities(count, using: &random)
      var firsts: [Hash128: Int] = [:]
      var expected: [[Int]] = []
      for (row, identity) in identities.enumerated() {
        if let first = firsts[identity] { expected.append([first, row]) } else { firsts[identity] = row }
      }
      #expect(table.repeats(among: count) { identities[$0] }.map { [$0.first, $0.row] } == expected)
    }
  }
}
