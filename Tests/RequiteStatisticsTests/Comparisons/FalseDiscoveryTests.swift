import RequiteStatistics
import Testing

@Suite struct FalseDiscoveryTests {
  /// The fifteen p-values of Benjamini and Hochberg (1995), section 3.2, and `p.adjust` of R on them.
  @Test func itAgreesWithTheLiterature() {
    let p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
      1.0000,
    ]
    let q = [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714285714286, 0.06385714285714286, 0.0645, 0.0765, 0.486,
      0.5811818181818182, 0.714875, 0.7532307692307692, 0.8132142857142857, 1,
    ]
    for (value, expected) in zip(FalseDiscovery.adjusted(p), q) { #expect(isClose(value, to: expected, within: 1e-14)) }
    #expect(FalseDiscovery.adjusted(p).count { $0 <= 0.05 } == 4)
  }

  @Test func theExampleIsRight() {
    let expected = [0.04, 0.16 / 3, 0.16 / 3, 0.5]
    for (q, value) in zip(FalseDiscovery.adjusted([0.01, 0.04, 0.03, 0.50]), expected) {
      #expect(isClose(q, to: value, within: 1e-15))
    }
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func valuesOnlyGrowKeepTheirOrderAndStayBelowOne(seed: UInt64) {
    let p = randomValues(seed: seed)
    let q = FalseDiscovery.adjusted(p)
    #expect(zip(p, q).allSatisfy { $0 <= $1 && $1 <= 1 })
    let ordered = zip(p, q).sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.1)
    #expect(ordered == ordered.sorted())
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func anotherOrderGivesTheSameValueToEachTest(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let p = randomValues(seed: seed)
    let order = p.indices.shuffled(using: &generator)
    let q = FalseDiscovery.adjusted(p)
    #expect(FalseDiscovery.adjusted(order.map { p[$0] }) == order.map { q[$0] })
  }

  @Test func equalValuesStayEqual() {
    let q = FalseDiscovery.adjusted([0.02, 0.5, 0.02, 0.02])
    #expect(q[0] == q[2] && q[2] == q[3] && isClose(q[0], to: 0.08 / 3, within: 1e-15))
  }

  @Test(arguments: [[], [0.03], [0], [1]] as [[Double]])
  func noneOrOneIsLeftAsItIs(p: [Double]) {
    #expect(FalseDiscovery.adjusted(p) == p)
  }

  /// Up to forty p-values, some of them equal, some 0 or 1.
  private func randomValues(seed: UInt64) -> [Double] {
    var generator = SplitMix64(seed: seed)
    return (0..<Int.random(in: 0...40, using: &generator)).map { _ in
      Double(Int.random(in: 0...30, using: &generator)) / 30
    }
  }
}
