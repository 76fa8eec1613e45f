import RequiteStatistics
import Testing

@Suite struct MidpointSharesTests {
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func thePartsAddUpToTheChangeExactly(seed: UInt64) throws {
    let night = RandomNight(seed: seed)
    let shares = try shares(of: night)
    let denominator = common(night)
    let sum = try shares.parts.reduce(0) { try $0 + numerator($1, over: denominator) }
    #expect(try sum == numerator(shares.change, over: denominator))
    let (n0, w0) = (night.before.numerator, night.before.denominator)
    let (n1, w1) = (night.after.numerator, night.after.denominator)
    #expect(shares.change == Fraction(n1 * w0 - n0 * w1, over: w0 * w1))
  }

  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func exchangingBeforeAndAfterChangesEverySignAndNothingElse(seed: UInt64) throws {
    let night = RandomNight(seed: seed)
    let back = try MidpointShares(
      from: night.after, to: night.before, changes: night.changes.map { .zero - $0 })
    let there = try shares(of: night)
    #expect(back.parts == there.parts.map { -$0 } && back.change == -there.change)
    #expect(back.parts.map { Double($0) } == there.parts.map { -Double($0) })
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func theOrderOfCausesDoesNotMatter(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let night = RandomNight(seed: seed)
    let order = night.changes.indices.shuffled(using: &generator)
    let shuffled = try MidpointShares(
      from: night.before, to: night.after, changes: order.map { night.changes[$0] })
    let straight = try shares(of: night)
    #expect(shuffled.parts == order.map { straight.parts[$0] })
  }

  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func twoCausesTakenAsOneTakeWhatBothTake(seed: UInt64) throws {
    let night = RandomNight(seed: seed)
    let merged = try MidpointShares(
      from: night.before, to: night.after,
      changes: [night.changes[0] + night.changes[1]] + night.changes[2...])
    let apart = try shares(of: night)
    let denominator = common(night)
    let both = try numerator(apart.parts[0], over: denominator) + numerator(apart.parts[1], over: denominator)
    #expect(try numerator(merged.parts[0], over: denominator) == both)
    #expect(merged.parts[1...] == apart.parts[2...])
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func whateverChangedNothingTakesNothing(seed: UInt64) throws {
    let night = RandomNight(seed: seed)
    let idle = try MidpointShares(from: night.before, to: night.after, changes: night.changes + [.zero])
    #expect(idle.parts.last?.isZero == true)
    #expect(try idle.parts.dropLast() == shares(of: night).parts[...])
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func theUnitOfTheSumsDropsOut(seed: UInt64) throws {
    #expect(
      try shares(of: RandomNight(seed: seed)) == shares(of: RandomNight(seed: seed, unit: 1_000_000)))
  }

  @Test func whoJoinsMovesThePoolByTheirDistanceFromItsMean() throws {
    // A pool of 30: a promoter adds 70, a passive answer takes 30, each over the mean weight.
    let joined = { (value: Int128) in
      try MidpointShares(
        from: RatioCounts(numerator: 300, denominator: 1000),
        to: RatioCounts(numerator: 300 + value, denominator: 1001),
        changes: [RatioCounts(numerator: value, denominator: 1)])
    }
    #expect(isClose(try 1000.5 * Double(joined(1).change), to: 0.7, within: 1e-3))
    #expect(isClose(try 1000.5 * Double(joined(0).change), to: -0.3, within: 1e-3))
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func sumsBeyondSixtyFourBitsInTheProductStayExact(seed: UInt64) throws {
    // 10¹⁵ millionths without a common divisor: products of 151 bits.
    var generator = SplitMix64(seed: seed)
    func sum(_ greatest: Int64) -> Int128 { Int128(Int64.random(in: -greatest...greatest, using: &generator)) }
    let before = RatioCounts(numerator: sum(900_000_000_000_000), denominator: 1_000_000_000_000_003)
    let changes = (0..<5).map { _ in
      RatioCounts(numerator: sum(30_000_000_000_000), denominator: sum(30_000_000_000_000))
    }
    let after = changes.reduce(before, +)
    let shares = try MidpointShares(from: before, to: after, changes: changes)
    for (part, change) in zip(shares.parts, changes) {
      let mean =
        (Double(before.numerator) / Double(before.denominator) + Double(after.numerator) / Double(after.denominator))
        / 2
      let weight = (Double(before.denominator) + Double(after.denominator)) / 2
      let expected = (Double(change.numerator) - mean * Double(change.denominator)) / weight
      #expect((Double(part) - expected).magnitude < 1e-15)
    }
    // To a thousand-millionth nothing is lost: a part less than half a unit each.
    let units = shares.parts.reduce(0) { $0 + $1.rounded(unitsPerOne: 1_000_000_000) }
    #expect((units - shares.change.rounded(unitsPerOne: 1_000_000_000)).magnitude <= 3)
    let back = try MidpointShares(from: after, to: before, changes: changes.map { .zero - $0 })
    #expect(back.parts == shares.parts.map { -$0 })
  }

  @Test func withoutARatioAtOneEndNothingIsDivided() {
    let ratio = RatioCounts(numerator: 1, denominator: 2)
    for (before, after) in [(ratio, .zero), (.zero, ratio), (.zero, .zero)] {
      #expect(throws: MidpointFailure.noWeight) {
        try MidpointShares(from: before, to: after, changes: [after - before])
      }
    }
    #expect(MidpointFailure.noWeight.description == "nothing was counted before or after")
  }

  @Test func causesThatDoNotAddUpAreNotDivided() {
    let (before, after) = (RatioCounts(numerator: 1, denominator: 2), RatioCounts(numerator: 2, denominator: 4))
    for wrong in [RatioCounts(numerator: 1, denominator: 1), RatioCounts(numerator: 0, denominator: 2)] {
      #expect(throws: MidpointFailure.sumsDiffer) {
        try MidpointShares(from: before, to: after, changes: [wrong])
      }
    }
    #expect(
      MidpointFailure.sumsDiffer.description
        == "the changes of all causes do not add up to the change of the sums")
  }

  @Test func sumsTooLargeForExactArithmeticAreAFailureAndNoTrap() {
    let huge = RatioCounts(numerator: 1, denominator: .max)
    let large = RatioCounts(numerator: 1, denominator: 1 << 80)
    for sums in [huge, large] {
      #expect(throws: MidpointFailure.tooLarge) { try MidpointShares(from: sums, to: sums, changes: []) }
    }
    #expect(MidpointFailure.tooLarge.description == "the sums are too large to be divided exactly")
  }

  private func shares(of night: RandomNight) throws -> MidpointShares {
    try MidpointShares(from: night.before, to: night.after, changes: night.changes)
  }

  /// W₀W₁ (W₀ + W₁): every part is a multiple of one part of so many.
  private func common(_ night: RandomNight) -> Int128 {
    let (w0, w1) = (night.before.denominator, night.after.denominator)
    return w0 * w1 * (w0 + w1)
  }

  private func numerator(_ fraction: Fraction, over denominator: Int128) throws -> Int128 {
    let parts = try #require(fraction.reduced)
    #expect(denominator % parts.denominator == 0)
    return parts.numerator * (denominator / parts.denominator)
  }
}
