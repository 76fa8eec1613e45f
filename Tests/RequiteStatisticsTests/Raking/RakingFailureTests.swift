import RequiteStatistics
import Testing

@Suite struct RakingFailureTests {
  @Test(
    arguments: [
      RakingCase(cells: [], weights: [], margins: [[1]], failure: .noWeight),
      RakingCase(cells: [[0]], weights: [0], margins: [[1]], failure: .noWeight),
      RakingCase(cells: [[0]], weights: [5], margins: [[0.5, 0.4]], failure: .sharesDoNotSum(margin: 0)),
      RakingCase(cells: [[0]], weights: [5], margins: [[]], failure: .sharesDoNotSum(margin: 0)),
      RakingCase(cells: [[0, 0]], weights: [5], margins: [[1], [1.000_000_01]], failure: .sharesDoNotSum(margin: 1)),
      RakingCase(
        cells: [[0]], weights: [5], margins: [[1.5, -0.5]], failure: .shareOutOfRange(margin: 0, level: 1)),
      RakingCase(cells: [[0]], weights: [5], margins: [[.nan]], failure: .shareOutOfRange(margin: 0, level: 0)),
      RakingCase(
        cells: [[0, 2]], weights: [5], margins: [[1], [0.5, 0.5]], failure: .untargeted(margin: 1, level: 2)),
      RakingCase(cells: [[-1]], weights: [5], margins: [[1]], failure: .untargeted(margin: 0, level: -1)),
      RakingCase(cells: [[0]], weights: [5], margins: [[0.5, 0.5]], failure: .unreachable(margin: 0, level: 1)),
      RakingCase(
        cells: [[0], [1]], weights: [5, 0], margins: [[0.5, 0.5]], failure: .unreachable(margin: 0, level: 1)),
      // Everybody on level 1 of the second margin is on the level of share 0 of the first.
      RakingCase(
        cells: [[0, 0], [1, 1]], weights: [5, 5], margins: [[1, 0], [0.5, 0.5]],
        failure: .unreachable(margin: 1, level: 1)),
    ])
  func impossibleFitsAreRefused(example: RakingCase) throws {
    let failure = try #require(example.failure)
    #expect(throws: failure) {
      try Raking(
        cells: RakingCase.cells(example.cells, example.weights),
        margins: example.margins.map { RakingMargin(shares: $0) })
    }
    #expect(!failure.description.isEmpty)
  }

  @Test func sharesThatMissOneByABillionthAreTaken() throws {
    for shares in [[0.6, 0.399_999_999], [0.6, 0.400_000_001]] {
      let raking = try Raking(
        cells: RakingCase.cells([[0], [1]], [5, 5]), margins: [RakingMargin(shares: shares)])
      #expect(raking.isConverged)
    }
  }

  @Test func theMessageNamesThePlace() {
    #expect(
      RakingFailure.unreachable(margin: 1, level: 3).description
        == "level 3 of margin 1 has a share but nobody with weight is there; join it to another level")
  }
}
