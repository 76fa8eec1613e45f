import RequiteStatistics
import Testing

@Suite struct MixAndRateTests {
  @Test func theExampleIsRight() throws {
    let split = try #require(
      MixAndRate.split([
        SegmentPair(from: (y: 30, w: 60), to: (y: 10, w: 20)), SegmentPair(from: (y: 0, w: 40), to: (y: 0, w: 80)),
      ]))
    #expect(isClose(split.difference, to: -0.2, within: 1e-15))
    #expect(isClose(split.mix, to: -0.2, within: 1e-15) && split.rate == 0)
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func thePartsAddUpToTheDifference(seed: UInt64) throws {
    let segments = randomSegments(seed: seed)
    let split = try #require(MixAndRate.split(segments))
    #expect((split.mix + split.rate - split.difference).magnitude <= 1e-12)
    let before = Double(segments.reduce(0) { $0 + $1.ya }) / Double(segments.reduce(0) { $0 + $1.wa })
    let after = Double(segments.reduce(0) { $0 + $1.yb }) / Double(segments.reduce(0) { $0 + $1.wb })
    #expect((split.difference - (after - before)).magnitude <= 1e-12)
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func aroundTheMeanTheSumsStayAndZeroDoesNotMatter(seed: UInt64) throws {
    let segments = randomSegments(seed: seed)
    let plain = try #require(MixAndRate.split(segments))
    let centred = try #require(MixAndRate.split(segments, aroundMean: true))
    #expect((centred.mix - plain.mix).magnitude <= 1e-12 && centred.rate == plain.rate)
    #expect(centred.segments.map(\.rate) == plain.segments.map(\.rate))
    // Ratios from another zero, one up: whose mix it is stays the same.
    let raised = segments.map {
      SegmentPair(from: (y: $0.ya + $0.wa, w: $0.wa), to: (y: $0.yb + $0.wb, w: $0.wb))
    }
    let again = try #require(MixAndRate.split(raised, aroundMean: true))
    for (part, other) in zip(centred.segments, again.segments) { #expect((part.mix - other.mix).magnitude <= 1e-12) }
  }

  @Test func withPowersOfTwoTheSumIsExact() throws {
    // All quotients are binary numbers, so that nothing is rounded anywhere.
    let split = try #require(
      MixAndRate.split([
        SegmentPair(from: (y: -3, w: 4), to: (y: 7, w: 8)), SegmentPair(from: (y: 5, w: 8), to: (y: -1, w: 4)),
        SegmentPair(from: (y: 1, w: 4), to: nil), SegmentPair(from: nil, to: (y: -2, w: 4)),
      ]))
    #expect(split.difference == 4.0 / 16 - 3.0 / 16)
    #expect(split.mix + split.rate == split.difference)
    #expect(split.segments.reduce(0) { $0 + $1.mix + $1.rate } == split.difference)
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func exchangingTheTimesChangesEverySignAndNothingElse(seed: UInt64) throws {
    let segments = randomSegments(seed: seed)
    let swapped = segments.map { SegmentPair(from: (y: $0.yb, w: $0.wb), to: (y: $0.ya, w: $0.wa)) }
    let (split, mirror) = (try #require(MixAndRate.split(segments)), try #require(MixAndRate.split(swapped)))
    #expect(split.difference == -mirror.difference && split.mix == -mirror.mix && split.rate == -mirror.rate)
    for (part, other) in zip(split.segments, mirror.segments) {
      #expect(part.mix == -other.mix && part.rate == -other.rate)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func anotherOrderGivesTheSameParts(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let segments = randomSegments(seed: seed)
    let order = segments.indices.shuffled(using: &generator)
    let split = try #require(MixAndRate.split(segments))
    let shuffled = try #require(MixAndRate.split(order.map { segments[$0] }))
    #expect(shuffled.segments == order.map { split.segments[$0] } && shuffled.difference == split.difference)
  }

  @Test func twiceTheWeightChangesNothing() throws {
    let segments = randomSegments(seed: 3)
    let doubled = segments.map {
      SegmentPair(from: (y: $0.ya * 2, w: $0.wa * 2), to: (y: $0.yb * 2, w: $0.wb * 2))
    }
    #expect(MixAndRate.split(segments) == MixAndRate.split(doubled))
  }

  @Test func sameProportionsLeaveOnlyRateAndSameRatiosOnlyMix() throws {
    let rate = try #require(
      MixAndRate.split([
        SegmentPair(from: (y: 1, w: 3), to: (y: 4, w: 6)), SegmentPair(from: (y: 0, w: 7), to: (y: -9, w: 14)),
      ]))
    #expect(rate.segments.allSatisfy { $0.mix == 0 } && rate.mix == 0 && rate.rate != 0)
    let mix = try #require(
      MixAndRate.split([
        SegmentPair(from: (y: 1, w: 3), to: (y: 5, w: 15)), SegmentPair(from: (y: -2, w: 7), to: (y: -4, w: 14)),
      ]))
    #expect(mix.segments.allSatisfy { $0.rate == 0 } && mix.rate == 0 && mix.mix != 0)
  }

  @Test func aSegmentAbsentAtOneTimeIsAllMix() throws {
    let split = try #require(
      MixAndRate.split([
        SegmentPair(from: (y: 1, w: 2), to: (y: 1, w: 2)), SegmentPair(from: nil, to: (y: 2, w: 2)),
        SegmentPair(from: nil, to: nil), SegmentPair(from: (y: 0, w: 0), to: (y: 0, w: 0)),
      ]))
    // It enters with half of the whole and the ratio 1.
    #expect(split.segments[1].mix == 0.5 && split.segments[1].rate == 0)
    for part in split.segments[2...] { #expect(part.mix == 0 && part.rate == 0) }
    #expect(split.difference == 0.25 && split.mix == 0.25)
  }

  @Test func withoutWeightAtATimeThereIsNothingToDivide() {
    #expect(MixAndRate.split([]) == nil)
    #expect(MixAndRate.split([SegmentPair(from: (y: 1, w: 2), to: nil)]) == nil)
    #expect(MixAndRate.split([SegmentPair(from: nil, to: (y: 1, w: 2))]) == nil)
  }

  @Test func aThousandMillionPeopleOfTheGreatestWeightFit() throws {
    let w: Int128 = 1_000_000_000_000_000_000
    let split = try #require(MixAndRate.split([SegmentPair(from: (y: -w, w: w), to: (y: w, w: w))]))
    #expect(split.difference == 2 && split.mix == 0 && split.rate == 2)
  }

  /// Up to eight segments; some are absent at a time, the first never.
  private func randomSegments(seed: UInt64) -> [SegmentPair] {
    var generator = SplitMix64(seed: seed)
    func sums() -> (y: Int128, w: Int128) {
      let w = Int64.random(in: 1...50_000_000_000, using: &generator)
      return (Int128(Int64.random(in: -w...w, using: &generator)), Int128(w))
    }
    let first = SegmentPair(from: sums(), to: sums())
    return [first]
      + (0..<Int.random(in: 0...7, using: &generator)).map { _ in
        SegmentPair(
          from: Int.random(in: 0..<4, using: &generator) > 0 ? sums() : nil,
          to: Int.random(in: 0..<4, using: &generator) > 0 ? sums() : nil)
      }
  }
}
