import RequiteStatistics
import Testing

@Suite struct IndexChangeTests {
  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func thePartsAddUpToTheChange(seed: UInt64) throws {
    let (before, after) = (try index(seed: seed), try index(seed: seed + 1000))
    let change = try #require(IndexChange.split(from: before, to: after))
    let expected = try #require(after.index) - #require(before.index)
    #expect(change.difference == expected)
    #expect(isClose(change.contributions.reduce(0, +), to: expected, within: 1e-12))
    #expect(isClose(change.pillars.reduce(0, +), to: expected, within: 1e-12))
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func exchangingTheSidesChangesTheSignsOnly(seed: UInt64) throws {
    let (before, after) = (try index(seed: seed), try index(seed: seed + 1000))
    let there = try #require(IndexChange.split(from: before, to: after))
    let back = try #require(IndexChange.split(from: after, to: before))
    #expect(there.difference == -back.difference && there.contributions == back.contributions.map { -$0 })
  }

  @Test func noChangeHasNoParts() throws {
    let same = try index(seed: 7)
    let change = try #require(IndexChange.split(from: same, to: same))
    #expect(change.difference == 0 && change.contributions.allSatisfy { $0 == 0 })
  }

  @Test(arguments: [1, 10, 100, 10_000, 1_000_000] as [Int64])
  func smallChangesAreSplitAsWellAsLargeOnes(step: Int64) throws {
    // Two components move against each other by nearly the same factor; the rest stand still.
    let base = Array(repeating: CountedShare(numerator: 500_000_000, denominator: 1_000_000_000), count: 10)
    var moved = base
    moved[0] = CountedShare(numerator: 500_000_000 + 100 * step, denominator: 1_000_000_000)
    moved[1] = CountedShare(numerator: 500_000_000 - 99 * step, denominator: 1_000_000_000)
    let before = CompositeIndex(components: base, design: try Reciprocity.design())
    let after = CompositeIndex(components: moved, design: try Reciprocity.design())
    let change = try #require(IndexChange.split(from: before, to: after))
    #expect(isClose(change.contributions.reduce(0, +), to: change.difference, within: 1e-12))
    // To first order a part is index · weight · relative change.
    let firstOrder = 50.0 / 9 * Double(100 * step) / 500_000_000
    #expect((change.contributions[0] / firstOrder - 1).magnitude < 0.2)
    #expect(change.contributions[0] > 0 && change.contributions[1] < 0 && change.contributions[2] == 0)
  }

  @Test func aComponentThatAppearsIsAPartOfTheChange() throws {
    var counts = Array(repeating: CountedShare(numerator: 5, denominator: 10), count: 10)
    counts[2] = CountedShare(numerator: 0, denominator: 0)
    let before = CompositeIndex(components: counts, design: try Reciprocity.design())
    counts[2] = CountedShare(numerator: 10, denominator: 10)
    let after = CompositeIndex(components: counts, design: try Reciprocity.design())
    let change = try #require(IndexChange.split(from: before, to: after))
    #expect(isClose(change.contributions.reduce(0, +), to: change.difference))
    #expect(change.contributions[2] == 0 && change.contributions[0] > 0)
  }

  @Test func withoutAnIndexThereIsNoChange() throws {
    let empty = CompositeIndex(
      components: Array(repeating: CountedShare(numerator: 0, denominator: 0), count: 10),
      design: try Reciprocity.design())
    #expect(IndexChange.split(from: empty, to: try index(seed: 1)) == nil)
    #expect(IndexChange.split(from: try index(seed: 1), to: empty) == nil)
  }

  private func index(seed: UInt64) throws -> CompositeIndex {
    var moments = ComponentMoments()
    for customer in Reciprocity.customers(count: 4, seed: seed) { moments.add(customer: customer) }
    return CompositeIndex(components: moments.components, design: try Reciprocity.design(minimumDenominator: 2))
  }
}
