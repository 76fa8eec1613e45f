import RequiteStatistics
import Testing

@Suite struct LogMeanSplitTests {
  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func causesAndWeightsAddUpToTheChange(seed: UInt64) throws {
    let night = try IndexNight(seed: seed)
    let split = try night.split()
    for component in split.weights.indices {
      let parts = split.causes[component].reduce(split.weights[component], +)
      #expect(isClose(parts, to: split.change.contributions[component], within: 1e-12))
    }
    let whole = split.byCause.reduce(0, +) + split.weights.reduce(0, +)
    #expect(isClose(whole, to: split.change.difference, within: 1e-12))
    #expect(split.change == IndexChange.split(from: night.before, to: night.after))
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func exchangingBeforeAndAfterChangesEverySignAndNothingElse(seed: UInt64) throws {
    let night = try IndexNight(seed: seed)
    let there = try night.split()
    let back = try LogMeanSplit(
      from: night.after, to: night.before, changes: night.changes.map { $0.map { .zero - $0 } }, unit: 1)
    #expect(back.causes == there.causes.map { $0.map { -$0 } } && back.weights == there.weights.map { -$0 })
  }

  @Test func causesOfAComponentTakeItsPartInProportion() throws {
    // One component of ten goes from 50 to 55 of 100, 8 by one cause and −3 by another.
    let night = try IndexNight(components: [(50, 100)] + Array(repeating: (60, 100), count: 9)) { component in
      component == 0 ? [(8, 0), (-3, 0)] : [(0, 0), (0, 0)]
    }
    let split = try night.split()
    let part = split.change.contributions[0]
    #expect(isClose(split.causes[0][0], to: part * 8 / 5, within: 1e-12))
    #expect(isClose(split.causes[0][1], to: part * -3 / 5, within: 1e-12))
    #expect(split.byCause == split.causes[0] && split.weights.allSatisfy { $0 == 0 })
  }

  @Test func causesThatCancelStillTakeTheirShare() throws {
    let night = try IndexNight(components: Array(repeating: (50, 100), count: 10)) { component in
      component == 0 ? [(5, 0), (-5, 0)] : [(0, 0), (0, 0)]
    }
    let split = try night.split()
    // To first order: index · weight · relative change.
    #expect(split.change.difference == 0 && isClose(split.causes[0][0], to: 50.0 / 9 * 0.1, within: 1e-12))
    #expect(split.causes[0][0] == -split.causes[0][1])
  }

  @Test func aComponentThatLosesItsValueLeavesWeightsToNoCause() throws {
    // Component 2 falls below the least denominator: 0 and 1 take over its weight and change nothing else.
    let night = try IndexNight(components: [(80, 100), (40, 100)] + Array(repeating: (60, 100), count: 8)) {
      $0 == 2 ? [(-59, -97)] : [(0, 0)]
    }
    let split = try night.split()
    #expect(split.byCause == [0])
    #expect(split.weights[0] < 0 && split.weights[1] < 0 && split.weights[2] > 0)
    #expect(split.weights[3...].allSatisfy { $0 == 0 })
    #expect(isClose(split.weights.reduce(0, +), to: split.change.difference, within: 1e-12))
  }

  @Test func belowTheFloorNothingCounts() throws {
    let night = try IndexNight(components: [(1, 200)] + Array(repeating: (60, 100), count: 9)) {
      $0 == 0 ? [(-1, 0), (0, 0)] : [(0, 0), (1, 0)]
    }
    let split = try night.split()
    #expect(split.causes[0] == [0, 0] && split.byCause[0] == 0 && split.byCause[1] > 0)
    // From one of 200 to nine: only from the floor on, 2 of 200.
    let rising = try IndexNight(components: [(1, 200)] + Array(repeating: (60, 100), count: 9)) {
      $0 == 0 ? [(6, 0), (2, 0)] : [(0, 0), (0, 0)]
    }
    let parts = try rising.split()
    #expect(isClose(parts.causes[0][0], to: parts.change.contributions[0] * 6 / 8, within: 1e-12))
  }

  @Test func aPillarIsDividedAsAnIndexOfItsOwn() throws {
    let night = try IndexNight(seed: 3)
    for pillar in 0..<3 {
      let before = try #require(night.before.pillarAlone(pillar))
      let after = try #require(night.after.pillarAlone(pillar))
      #expect(isClose(before.index, to: night.before.pillars[pillar], within: 1e-12))
      let split = try LogMeanSplit(from: before, to: after, changes: night.changes, unit: 1)
      let whole = split.byCause.reduce(0, +) + split.weights.reduce(0, +)
      #expect(isClose(whole, to: after.index! - before.index!, within: 1e-12))
    }
  }

  @Test func changesInMillionthsAreTheDefault() throws {
    let night = try IndexNight(seed: 5)
    let millionths = night.changes.map {
      $0.map { RatioCounts(numerator: $0.numerator * 1_000_000, denominator: $0.denominator * 1_000_000) }
    }
    #expect(try LogMeanSplit(from: night.before, to: night.after, changes: millionths) == night.split())
  }

  @Test func whatDoesNotAddUpOrHasNoIndexIsNotDivided() throws {
    let night = try IndexNight(seed: 9)
    let empty = CompositeIndex(
      components: Array(repeating: CountedShare(numerator: 0, denominator: 0), count: 10),
      design: try Reciprocity.design())
    #expect(throws: MidpointFailure.noWeight) {
      try LogMeanSplit(from: night.before, to: empty, changes: night.changes, unit: 1)
    }
    #expect(throws: MidpointFailure.sumsDiffer) {
      try LogMeanSplit(from: night.before, to: night.before, changes: night.changes, unit: 1)
    }
  }
}

/// An index before and after, and what each cause did to the counts of each component.
private struct IndexNight {
  let before: CompositeIndex
  let after: CompositeIndex
  let changes: [[RatioCounts]]

  init(components: [(Int64, Int64)], changes: (Int) -> [(Int64, Int64)]) throws {
    let design = try Reciprocity.design()
    let lists = components.indices.map(changes)
    let sums = zip(components, lists).map { start, list in
      list.reduce(start) { ($0.0 + $1.0, $0.1 + $1.1) }
    }
    before = CompositeIndex(components: components.map(CountedShare.init(numerator:denominator:)), design: design)
    after = CompositeIndex(components: sums.map(CountedShare.init(numerator:denominator:)), design: design)
    self.changes = lists.map { $0.map { RatioCounts(numerator: Int128($0.0), denominator: Int128($0.1)) } }
  }

  /// Three causes that change each component by little or nothing; sometimes one drops out.
  init(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let counts = (0..<10).map { _ -> (Int64, Int64) in
      let cases = Int64.random(in: 40...400, using: &generator)
      return (Int64.random(in: 20...(cases - 20), using: &generator), cases)
    }
    let lists = counts.map { _ in
      (0..<3).map { _ -> (Int64, Int64) in
        let cases = Int64.random(in: -6...6, using: &generator)
        return (Int64.random(in: min(0, cases)...max(0, cases), using: &generator), cases)
      }
    }
    try self.init(components: counts) { component in
      guard seed % 5 == 0, component == 4 else { return lists[component] }
      return [(-counts[4].0, -counts[4].1), (0, 0), (0, 0)]
    }
  }

  func split() throws -> LogMeanSplit {
    try LogMeanSplit(from: before, to: after, changes: changes, unit: 1)
  }
}
