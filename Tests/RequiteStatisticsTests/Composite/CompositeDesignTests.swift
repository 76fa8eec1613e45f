import RequiteStatistics
import Testing

@Suite struct CompositeDesignTests {
  @Test(
    arguments: [
      ([1, 1], [0], 0.01, CompositeDesignFailure.unequalCounts(weights: 2, pillars: 1)),
      ([1, -1], [0, 0], 0.01, .weightOutOfRange),
      ([1, .max], [0, 0], 0.01, .weightOutOfRange),
      ([0, 0], [0, 0], 0.01, .noWeight),
      ([], [], 0.01, .noWeight),
      ([1, 1], [0, 2], 0.01, .pillarOutOfRange),
      ([1, 1], [0, -1], 0.01, .pillarOutOfRange),
      ([1, 1], [0, 0], 0, .floorOutOfRange),
      ([1, 1], [0, 0], 1.5, .floorOutOfRange),
      ([1, 1], [0, 0], .nan, .floorOutOfRange),
    ] as [([Int64], [Int], Double, CompositeDesignFailure)])
  func senselessDesignsAreRefused(
    weights: [Int64], pillars: [Int], floor: Double, failure: CompositeDesignFailure
  ) {
    #expect(throws: failure) {
      try CompositeDesign(weights: weights, pillars: pillars, floor: floor, minimumDenominator: 10)
    }
    #expect(!failure.description.isEmpty)
  }

  @Test func pillarsKnowTheirComponents() throws {
    let design = try Reciprocity.design()
    #expect(design.pillarCount == 3)
    #expect((0..<3).map(design.components(ofPillar:)) == [[0, 1, 2], [3, 4, 5], [6, 7, 8, 9]])
  }
}
