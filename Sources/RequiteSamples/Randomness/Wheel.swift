/// A wheel of fortune: outcomes 0, 1, 2 … with whole-number weights.
struct Wheel: Sendable {
  private let ends: [Int]

  /// Creates a wheel; outcome *i* comes up `weights[i]` times in the sum of all weights.
  init(_ weights: [Int]) {
    var sum = 0
    ends = weights.map { weight in
      sum += weight
      return sum
    }
    precondition(sum > 0, "A wheel needs a weight above 0.")
  }

  /// Turns the wheel.
  func turn(_ random: inout SplitMix64) -> Int {
    let place = random.below(ends[ends.count - 1])
    var outcome = 0
    while ends[outcome] <= place { outcome += 1 }
    return outcome
  }
}
