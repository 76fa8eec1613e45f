import RequiteStatistics
import Testing

@Suite struct RakingTests {
  @Test func theExampleComesOutAsDocumented() throws {
    let raking = try Raking(
      cells: RakingCase.cells([[0, 0], [0, 1], [1, 0], [1, 1]], [40, 30, 20, 10]),
      margins: [RakingMargin(shares: [0.5, 0.5]), RakingMargin(shares: [0.5, 0.5])],
      cap: Interval(low: 0.2, high: 5))
    let expected = [0.561862178, 0.917517095, 1.376275643, 2.247448714]
    for (factor, value) in zip(raking.factors, expected) { #expect(isClose(factor, to: value, within: 1e-9)) }
    #expect(raking.isConverged && !raking.wasTrimmed && raking.reason == nil)
    // The odds ratio of the sample, (40 · 10)/(30 · 20), is what raking leaves alone.
    let f = raking.factors
    #expect(isClose(f[0] * f[3] / (f[1] * f[2]), to: 1, within: 1e-12))
  }

  @Test func oneMarginIsFittedInOneRound() throws {
    let raking = try Raking(
      cells: RakingCase.cells([[0], [1]], [30, 10]), margins: [RakingMargin(shares: [0.25, 0.75])])
    #expect(isClose(raking.factors[0], to: 1 / 3.0, within: 1e-15) && isClose(raking.factors[1], to: 3, within: 1e-15))
    #expect(raking.rounds == 1)
  }

  @Test func withoutMarginsNothingChanges() throws {
    let raking = try Raking(cells: RakingCase.cells([[], []], [3, 4]), margins: [])
    #expect(raking.factors == [1, 1] && raking.largestDeviation == 0 && raking.isConverged)
  }

  @Test func aShareOfZeroLeavesNoWeight() throws {
    let raking = try Raking(
      cells: RakingCase.cells([[0], [1]], [30, 10]), margins: [RakingMargin(shares: [1, 0])])
    #expect(raking.factors[1] == 0 && raking.achieved == [[1, 0]] && raking.largestDeviation == 0)
  }

  @Test func aShareOfZeroForNobodyIsFine() throws {
    let raking = try Raking(cells: RakingCase.cells([[0]], [30]), margins: [RakingMargin(shares: [1, 0])])
    #expect(raking.factors == [1] && raking.isConverged)
  }

  /// All of one sex live in one place: no factors give both halves of each.
  @Test func contradictoryMarginsDoNotConvergeAndSaySo() throws {
    let raking = try Raking(
      cells: RakingCase.cells([[0, 0], [1, 1]], [10, 10]),
      margins: [RakingMargin(shares: [0.5, 0.5]), RakingMargin(shares: [0.25, 0.75])])
    #expect(!raking.isConverged && raking.reason == .notConverged && raking.rounds == 1000)
    #expect(isClose(raking.largestDeviation, to: 0.5, within: 1e-12))
    #expect(raking.achieved[1] == [0.25, 0.75])
  }

  @Test func aCapThatBindsIsKeptWhereThereIsRoom() throws {
    // One of twelve cells needs a factor of about 3.2 without the cap of 2.5.
    let cells = (0..<3).flatMap { a in (0..<4).map { [a, $0] } }
    let weights = [10, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40] as [Int128]
    let margins = [RakingMargin(shares: [0.5, 0.25, 0.25]), RakingMargin(shares: [0.4, 0.2, 0.2, 0.2])]
    let free = try Raking(cells: RakingCase.cells(cells, weights), margins: margins)
    let cap = Interval(low: 0.2, high: 2.5)
    let capped = try Raking(cells: RakingCase.cells(cells, weights), margins: margins, cap: cap)
    #expect(free.factors[0] > 2.6 && !free.wasTrimmed)
    #expect(capped.wasTrimmed && capped.isConverged && capped.rounds > free.rounds)
    #expect(capped.factors.allSatisfy { $0 <= 2.5 * (1 + 1e-6) && $0 >= 0.2 })
  }

  @Test func aCapTooTightIsKeptButTheSharesAreNot() throws {
    let raking = try Raking(
      cells: RakingCase.cells([[0], [1]], [90, 10]), margins: [RakingMargin(shares: [0.5, 0.5])],
      cap: Interval(low: 0.5, high: 2))
    #expect(raking.wasTrimmed && !raking.isConverged)
    #expect(isClose(raking.factors[1], to: 2, within: 1e-12))
    #expect(isClose(raking.largestDeviation, to: 0.6, within: 1e-12))
  }

  @Test(
    arguments: [
      (1_000_000, 0.5, 500_000), (1, 0.4, 0), (1, 0.5, 1), (3, 0.5, 2), (1_250_000, 0.5217, 652_125), (7, 0, 0),
    ] as [(Int64, Double, Int64)])
  func weightsAreRoundedHalfUp(weight: Int64, factor: Double, expected: Int64) {
    #expect(Raking.weight(weight, times: factor) == expected)
  }
}
