import RequiteStatistics
import Testing

@Suite struct CompositeIndexTests {
  /// The three stories: a brand that never signs, one that listens late, one that is silent.
  @Test(arguments: [
    Story(
      counts: [[1, 1], [1, 1], [0, 0], [1, 1], [0, 4], [0, 0], [1, 1], [1, 1], [0, 0], [0, 0]],
      pillars: [100, 10, 100], index: 46.415888),
    Story(
      counts: [[0, 2], [0, 0], [1, 1], [0, 2], [6, 6], [3, 5], [0, 2], [2, 2], [0, 0], [0, 0]],
      pillars: [10, 18.171206, 10], index: 12.202849),
    Story(
      counts: [[0, 1], [0, 0], [0, 0], [0, 1], [0, 0], [0, 0], [0, 1], [0, 0], [0, 1], [0, 1]],
      pillars: [1, 1, 1], index: 1),
  ])
  func theStoriesHaveTheirIndex(story: Story) throws {
    let index = CompositeIndex(components: shares(story.counts), design: try Reciprocity.design(minimumDenominator: 1))
    #expect(isClose(index.index, to: story.index, within: 5e-7))
    for (pillar, expected) in zip(index.pillars, story.pillars) { #expect(isClose(pillar, to: expected, within: 5e-7)) }
  }

  struct Story: Sendable {
    let counts: [[Int64]]
    let pillars: [Double]
    let index: Double
  }

  @Test func nothingCountedIsNoData() throws {
    let index = CompositeIndex(
      components: shares(Array(repeating: [0, 0], count: 10)), design: try Reciprocity.design())
    #expect(index.index == nil && index.arithmetic == nil && index.harmonic == nil && index.reason == .noData)
    #expect(index.pillars == [nil, nil, nil] && index.pillarReasons == [.noData, .noData, .noData])
    #expect(index.shareReasons.allSatisfy { $0 == .noData } && index.weights.allSatisfy { $0 == 0 })
  }

  @Test func anEmptyPillarLeavesNoIndexButTheOtherPillars() throws {
    var counts = Array(repeating: [4, 5] as [Int64], count: 10)
    counts[3...5] = [[4, 4], [0, 0], [1, 4]]
    let index = CompositeIndex(components: shares(counts), design: try Reciprocity.design())
    #expect(index.index == nil && index.reason == .pillarEmpty)
    #expect(isClose(index.pillars[0], to: 80) && index.pillars[1] == nil && isClose(index.pillars[2], to: 80))
    #expect(index.pillarReasons == [nil, .pillarEmpty, nil])
    #expect(Array(index.shareReasons[3...5]) == [.denominatorTooSmall, .noData, .denominatorTooSmall])
    #expect(index.partial == [3, 4, 5])
  }

  @Test func aMissingComponentGivesItsWeightToItsPillar() throws {
    var counts = Array(repeating: [5, 5] as [Int64], count: 10)
    counts[2] = [4, 4]
    let index = CompositeIndex(components: shares(counts), design: try Reciprocity.design())
    #expect(index.partial == [2])
    // Thirds of the whole: two known of three, three of three, four of four.
    let parts: [Double] = [6, 6, 0, 9, 9, 9, 12, 12, 12, 12]
    #expect(index.weights == parts.map { $0 > 0 ? 1 / $0 : 0 })
  }

  @Test func aComponentWithoutWeightIsLeftOutInSilence() throws {
    let design = try CompositeDesign(weights: [1, 0, 2], pillars: [0, 0, 1], floor: 0.01, minimumDenominator: 1)
    let index = CompositeIndex(components: shares([[1, 2], [0, 9], [1, 1]]), design: design)
    #expect(index.shares[1] == 0 && index.weights[1] == 0 && index.partial.isEmpty && index.atFloor.isEmpty)
    #expect(isClose(index.pillars[0], to: 50))
  }

  @Test func aPillarWithoutWeightDoesNotEmptyTheIndex() throws {
    let design = try CompositeDesign(weights: [1, 0], pillars: [0, 1], floor: 0.01, minimumDenominator: 1)
    let index = CompositeIndex(components: shares([[1, 2], [0, 0]]), design: design)
    #expect(isClose(index.index, to: 50) && index.pillars[1] == nil && index.reason == nil)
  }

  @Test func theFloorKeepsASingleZeroFromErasingEverything() throws {
    var counts = Array(repeating: [10, 10] as [Int64], count: 10)
    counts[4] = [0, 10]
    let index = CompositeIndex(components: shares(counts), design: try Reciprocity.design())
    // A leaf of weight 1/9 at the floor costs the factor 0.01^(1/9) = 0.599….
    #expect(isClose(index.index, to: 59.948425031894, within: 1e-12))
    #expect(index.atFloor == [4] && index.shares[4] == 0)
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func theMeansAreOrderedAndPillarsMultiplyToTheIndex(seed: UInt64) throws {
    var moments = ComponentMoments()
    for customer in Reciprocity.customers(count: 20, seed: seed) { moments.add(customer: customer) }
    let index = CompositeIndex(components: moments.components, design: try Reciprocity.design())
    let value = try #require(index.index)
    #expect(try #require(index.harmonic) <= value && value <= #require(index.arithmetic))
    #expect(isClose(index.weights.reduce(0, +), to: 1, within: 1e-14))
    let product = try index.pillars.reduce(1) { try $0 * #require($1) }
    #expect(isClose(product, to: value * value * value, within: 1e-12))
  }

  private func shares(_ counts: [[Int64]]) -> [CountedShare] {
    counts.map { CountedShare(numerator: $0[0], denominator: $0[1]) }
  }
}
