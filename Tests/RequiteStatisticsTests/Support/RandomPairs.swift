/// Made-up pairs of measurements.
enum RandomPairs {
  /// Thousandths that go together more or less, up or down, as the seed has it.
  static func correlated(count: Int, seed: UInt64) -> [(Int64, Int64)] {
    var generator = SplitMix64(seed: seed)
    let slope = Int64.random(in: -4...4, using: &generator)
    return (0..<count).map { _ in
      let given = Int64.random(in: 0...1000, using: &generator)
      let centre = 500 + slope * (given - 500) / 5
      return (given, min(1000, max(0, centre + Int64.random(in: -200...200, using: &generator))))
    }
  }

  /// The same as real numbers, no two alike on either side.
  static func distinct(count: Int, seed: UInt64) -> [(Double, Double)] {
    correlated(count: count, seed: seed).enumerated().map { place, pair in
      (Double(pair.0) + Double(place) / 1000, Double(pair.1) + Double(place) / 1000)
    }
  }
}
