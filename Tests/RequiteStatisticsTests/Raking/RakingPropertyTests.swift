import RequiteStatistics
import Testing

/// What must not matter does not: order, unit and names, for random samples fitted to random margins.
@Suite struct RakingPropertyTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func allSharesComeTrueAtOnce(seed: UInt64) throws {
    let sample = RakingCase.random(seed: seed)
    let raking = try sample.raked()
    #expect(raking.isConverged)
    for (achieved, shares) in zip(raking.achieved, sample.margins) {
      for (one, other) in zip(achieved, shares) { #expect(isClose(one, to: other, within: 1e-11)) }
    }
    // Summed here from the cells instead of by the fit.
    let total = zip(sample.weights, raking.factors).reduce(0) { $0 + Double($1.0) * $1.1 }
    #expect(isClose(total / Double(sample.weights.reduce(0, +)), to: 1, within: 1e-11))
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func theOrderOfCellsDoesNotMatter(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let sample = RakingCase.random(seed: seed)
    let order = sample.cells.indices.shuffled(using: &generator)
    let shuffled = RakingCase(
      cells: order.map { sample.cells[$0] }, weights: order.map { sample.weights[$0] }, margins: sample.margins)
    expectAgreement(try shuffled.raked().factors, with: try order.map { try sample.raked().factors[$0] })
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func theUnitOfWeightsDoesNotMatter(seed: UInt64) throws {
    var sample = RakingCase.random(seed: seed)
    let factors = try sample.raked().factors
    sample.weights = sample.weights.map { 2 * $0 }
    #expect(try sample.raked().factors == factors)
    sample.weights = sample.weights.map { 3 * $0 }
    expectAgreement(try sample.raked().factors, with: factors)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func theNamesOfLevelsDoNotMatter(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let sample = RakingCase.random(seed: seed)
    let names = sample.margins.map { $0.indices.shuffled(using: &generator) }
    let renamed = RakingCase(
      cells: sample.cells.map { cell in zip(names, cell).map { $0.firstIndex(of: $1)! } }, weights: sample.weights,
      margins: zip(names, sample.margins).map { names, shares in names.map { shares[$0] } })
    expectAgreement(try renamed.raked().factors, with: try sample.raked().factors)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func theOrderOfMarginsDoesNotMatter(seed: UInt64) throws {
    let sample = RakingCase.random(seed: seed)
    let turned = RakingCase(
      cells: sample.cells.map { $0.reversed() }, weights: sample.weights, margins: sample.margins.reversed())
    expectAgreement(try turned.raked().factors, with: try sample.raked().factors)
  }

  /// Two cells alike in every margin are one to the fit.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func aCellMayComeInParts(seed: UInt64) throws {
    let sample = RakingCase.random(seed: seed)
    let parts = RakingCase(
      cells: sample.cells + sample.cells, weights: sample.weights + sample.weights.map { 2 * $0 },
      margins: sample.margins)
    let factors = try sample.raked().factors
    expectAgreement(try parts.raked().factors, with: factors + factors)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func factorsKeepToTheCap(seed: UInt64) throws {
    let sample = RakingCase.random(seed: seed)
    let free = try sample.raked()
    let raking = try sample.raked(cap: Interval(low: 0.5, high: 1.6))
    let (least, greatest) = (raking.factors.min()!, raking.factors.max()!)
    #expect(greatest <= 1.6 / 0.5 * least * (1 + 1e-12))
    if raking.isConverged { #expect(least >= 0.5 * (1 - 1e-5) && greatest <= 1.6 * (1 + 1e-5)) }
    let isWithin = free.factors.allSatisfy { 0.5 <= $0 && $0 <= 1.6 }
    #expect(raking.wasTrimmed != isWithin)
    if isWithin { #expect(raking == free) }
  }

  @Test func bothOutcomesOfACapOccurAmongTheSamples() throws {
    let rakings = try (1...40).map { try RakingCase.random(seed: $0).raked(cap: Interval(low: 0.5, high: 1.6)) }
    #expect(rakings.contains { $0.wasTrimmed && $0.isConverged })
    #expect(rakings.contains { $0.wasTrimmed && !$0.isConverged })
    #expect(rakings.contains { !$0.wasTrimmed })
  }

  private func expectAgreement(_ factors: [Double], with expected: [Double]) {
    #expect(factors.count == expected.count)
    for (one, other) in zip(factors, expected) { #expect(isClose(one, to: other)) }
  }
}
