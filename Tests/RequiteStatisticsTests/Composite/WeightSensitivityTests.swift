import Foundation
import RequiteStatistics
import Testing

@Suite struct WeightSensitivityTests {
  private let design: CompositeDesign

  init() throws {
    design = try Reciprocity.design()
  }

  @Test func whoIsBetterInEverythingIsAlwaysFirst() {
    var vendors = vendors(count: 5, seed: 1)
    vendors.insert((0..<10).map { j in vendors.map { $0[j]! }.max()! + 1e-3 }, at: 2)
    vendors.append((0..<10).map { j in vendors.map { $0[j]! }.min()! / 2 })
    let ranks = sensitivity().ranks(of: vendors)
    #expect(ranks[2] == RankInterval.certain(1))
    #expect(ranks[6]?.low == 7 && ranks[6]?.high == 7 && ranks[6]?.firstShare == 0)
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func theOrderOfVendorsDoesNotMatter(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let vendors = vendors(count: 7, seed: seed)
    let order = vendors.indices.shuffled(using: &generator)
    let ranks = sensitivity().ranks(of: vendors)
    #expect(sensitivity().ranks(of: order.map { vendors[$0] }) == order.map { ranks[$0] })
  }

  /// 1 + how many are greater, counted for each draw and rule, with weights renormalised here.
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func ranksAreCountedAsDefined(seed: UInt64) throws {
    var vendors = vendors(count: 4, seed: seed)
    vendors[1][0] = nil
    vendors[3][6] = nil
    var counts = Array(repeating: [Int](), count: 4)
    for weights in WeightDraws(weights: design.weights, count: 40, mix: 0.5) {
      let means = vendors.map { Means(values: $0, weights: weights, design: design) }
      for rule in [\Means.geometric, \.arithmetic, \.harmonic] {
        for (place, mean) in means.enumerated() {
          counts[place].append(1 + means.count { $0[keyPath: rule] > mean[keyPath: rule] })
        }
      }
    }
    for (ranks, interval) in zip(counts.map { $0.sorted() }, sensitivity(draws: 40).ranks(of: vendors)) {
      let interval = try #require(interval)
      // ⌈0.05 · 120⌉ is 6.
      let firstShare = Double(ranks.count { $0 == 1 }) / 120
      #expect(
        interval == RankInterval(low: ranks[5], median: ranks[59], high: ranks[113], firstShare: firstShare))
    }
  }

  @Test func equalVendorsShareTheirRank() {
    let one = vendors(count: 1, seed: 3)[0]
    let ranks = sensitivity().ranks(of: [one, one.map { $0! / 2 }, one])
    #expect(ranks == [.certain(1), .certain(3, first: 0), .certain(1)])
  }

  @Test func aloneEverybodyIsFirst() {
    #expect(sensitivity().ranks(of: vendors(count: 1, seed: 1)) == [.certain(1)])
  }

  @Test func withoutDrawsOrVendorsThereIsNoRank() {
    #expect(sensitivity(draws: 0).ranks(of: vendors(count: 2, seed: 1)) == [nil, nil])
    let nobody: [[Double?]] = []
    #expect(sensitivity().ranks(of: nobody) == [])
  }

  @Test func anEmptyPillarHasNoRankAndDoesNotCount() throws {
    var vendors = vendors(count: 3, seed: 2)
    vendors[0] = vendors[0].map { _ in 0.999 }
    vendors[0].replaceSubrange(3...5, with: [nil, nil, nil])
    let ranks = sensitivity().ranks(of: vendors)
    #expect(ranks[0] == nil)
    #expect(Array(ranks[1...]) == sensitivity().ranks(of: Array(vendors[1...])))
  }

  @Test func withoutPillarsAnythingKnownIsEnough() {
    let plain = WeightSensitivity(weights: [1, 1, 1], draws: 20, mix: 0.5)
    let ranks = plain.ranks(of: [[0.9, nil, nil], [0.5, 0.5, 0.5], [nil, nil, nil]])
    #expect(ranks == [.certain(1), .certain(2, first: 0), nil])
  }

  @Test func anIndexEntersWithTheFloorOfItsDesign() {
    var counts = Array(repeating: CountedShare(numerator: 8, denominator: 10), count: 10)
    let better = CompositeIndex(components: counts, design: design)
    counts[4] = CountedShare(numerator: 0, denominator: 10)
    let worse = CompositeIndex(components: counts, design: design)
    let empty = CompositeIndex(
      components: Array(repeating: CountedShare(numerator: 0, denominator: 0), count: 10), design: design)
    #expect(sensitivity().ranks(of: [worse, empty, better]) == [.certain(2, first: 0), nil, .certain(1)])
  }

  private func sensitivity(draws: Int = 200) -> WeightSensitivity {
    WeightSensitivity(design: design, draws: draws, mix: 0.5)
  }

  private func vendors(count: Int, seed: UInt64) -> [[Double?]] {
    var generator = SplitMix64(seed: seed)
    return (0..<count).map { _ in (0..<10).map { _ in Double.random(in: 0.05...0.95, using: &generator) } }
  }
}

/// The three means by their definitions; of the geometric one the logarithm, which ranks alike.
private struct Means {
  var geometric = 0.0
  var arithmetic = 0.0
  var harmonic = 0.0

  init(values: [Double?], weights: [Double], design: CompositeDesign) {
    var inverses = 0.0
    for pillar in 0..<3 {
      let places = design.components(ofPillar: pillar)
      let known = places.filter { values[$0] != nil }
      let factor = places.reduce(0) { $0 + weights[$1] } / known.reduce(0) { $0 + weights[$1] }
      for place in known {
        geometric += factor * weights[place] * log(values[place]!)
        arithmetic += factor * weights[place] * values[place]!
        inverses += factor * weights[place] / values[place]!
      }
    }
    harmonic = 1 / inverses
  }
}

extension RankInterval {
  /// Always the same rank.
  fileprivate static func certain(_ rank: Int, first share: Double = 1) -> RankInterval {
    RankInterval(low: rank, median: rank, high: rank, firstShare: share)
  }
}
