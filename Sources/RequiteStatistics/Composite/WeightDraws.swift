/// Weights of components, shaken at random: what others might have chosen (METHODS B13).
///
///     let draws = WeightDraws(weights: [4, 4, 3], count: 1000, mix: 0.5)
///     for weights in draws { … }    // 0.37…, 0.48…, 0.13…: each set adds up to 1
///
/// Each set is a mixture: (1 − mix) of the weights given and mix of a set drawn evenly from all that are possible. A
/// component of weight 0 is left out and stays so. The same seed gives the same sets, on every machine.
public struct WeightDraws: Hashable, Sendable, Sequence {
  /// The weights that are shaken.
  public let weights: [Int64]
  /// How many sets there are.
  public let count: Int
  /// The part of chance in each set, 0…1.
  public let mix: Double
  /// Where the random numbers begin.
  public let seed: UInt64

  /// The seed of the method: the eight letters `Requite1` in ASCII, which nobody can have picked for their results.
  public static let defaultSeed: UInt64 = 0x5265_7175_6974_6531

  /// Creates the draws; some weight is above 0 and none below.
  public init(weights: [Int64], count: Int, mix: Double, seed: UInt64 = defaultSeed) {
    precondition(weights.allSatisfy { $0 >= 0 } && weights.contains { $0 > 0 }, "some weight is above 0, none below")
    precondition(count >= 0 && 0 <= mix && mix <= 1, "a number of draws is not negative, a mix lies in 0…1")
    self.weights = weights
    self.count = count
    self.mix = mix
    self.seed = seed
  }

  /// Starts again from the seed.
  public func makeIterator() -> Iterator {
    Iterator(self)
  }

  /// One pass over the sets of weights.
  public struct Iterator: IteratorProtocol {
    private let draws: WeightDraws
    private let total: Double
    private var left: Int
    private var generator: SplitMix64

    fileprivate init(_ draws: WeightDraws) {
      self.draws = draws
      total = draws.weights.reduce(0.0) { $0 + Double($1) }
      left = draws.count
      generator = SplitMix64(seed: draws.seed)
    }

    /// The next set, in the order of the components, or `nil` after the last.
    public mutating func next() -> [Double]? {
      guard left > 0 else { return nil }
      left -= 1
      // A component left out takes its random number too: the others do not change with it.
      let drawn = draws.weights.map { weight in
        let number = generator.nextExponential()
        return weight > 0 ? number : 0
      }
      let sum = drawn.reduce(0, +)
      return zip(draws.weights, drawn).map { (1 - draws.mix) * Double($0) / total + draws.mix * $1 / sum }
    }
  }
}
