import RequiteStatistics

/// A made-up night: the sums of a ratio before, what up to six causes did to them, and the sums after.
struct RandomNight {
  let before: RatioCounts
  let after: RatioCounts
  let changes: [RatioCounts]

  /// - Parameter unit: what all sums are multiples of: 1,000,000 for counts in millionths.
  init(seed: UInt64, causes: Int = 6, unit: Int128 = 1) {
    var generator = SplitMix64(seed: seed)
    func counts(upTo greatest: Int64, from least: Int64) -> RatioCounts {
      let weight = Int64.random(in: least...greatest, using: &generator)
      let value = Int64.random(in: -abs(weight)...abs(weight), using: &generator)
      return RatioCounts(numerator: Int128(value) * unit, denominator: Int128(weight) * unit)
    }
    let size = Int64.random(in: 20...5_000, using: &generator)
    before = counts(upTo: size, from: size)
    // Together they take less than there is.
    let most = (size - 1) / Int64(causes)
    changes = (0..<causes).map { _ in counts(upTo: most, from: -most) }
    after = changes.reduce(before, +)
  }
}
