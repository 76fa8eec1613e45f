/// A small, fast, seeded source of random bits: SplitMix64 of Steele, Lea and Flood (OOPSLA 2014).
///
/// Everything in a sample is drawn from it with integers only, so that a seed gives the same bytes on every machine.
package struct SplitMix64: Sendable {
  private var state: UInt64

  /// Starts the sequence of `seed`.
  package init(seed: UInt64) {
    state = seed
  }

  /// Starts the sequence that belongs to some numbers, for example to one night of one seed.
  ///
  /// Sequences of different numbers share nothing: drawing more in one never moves another.
  init(_ numbers: UInt64...) {
    state = 0
    for number in numbers {
      state = SplitMix64.scramble(state &+ 0x9E37_79B9_7F4A_7C15 ^ number)
    }
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return SplitMix64.scramble(state)
  }

  private static func scramble(_ bits: UInt64) -> UInt64 {
    var bits = bits
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

extension SplitMix64 {
  /// A number in 0..<`bound`.
  ///
  /// The high word of a product: favours some numbers by less than bound / 2⁶⁴, which no sample can show.
  mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "A choice needs something to choose from.")
    return Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number in `range`.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// Whether something happens that happens `permille` times in a thousand; below 0 never, from 1000 always.
  mutating func chance(_ permille: Int) -> Bool {
    below(1000) < permille
  }

  /// A number around 0 with a bell-like spread: the sum of three even draws from -`reach`...`reach`.
  mutating func spread(_ reach: Int) -> Int {
    within(-reach...reach) + within(-reach...reach) + within(-reach...reach)
  }
}
