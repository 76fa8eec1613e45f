import RequiteModel

/// Answers that no cell can tell apart, except by their levels, which follow in `CellWords`.
struct LoyaltyGroup {
  /// Words in a key before those of the levels.
  static let width = 3

  /// Code of the vendor.
  let vendor: UInt32
  /// Code of the stratum.
  let stratum: UInt32
  /// The scale of the scores.
  let scale: ScoreScale
  /// The question.
  let instrument: Instrument
  /// Whether each answer is a cluster of its own, rather than a part of its account's.
  let isAlone: Bool
  /// Whether the answers stand over the window.
  let isOfWindow: Bool
  /// The code of the trend period in which they stand, 0 for none.
  let period: UInt16

  /// Writes the first words of a key.
  @inline(__always)
  func write(to key: inout [UInt64]) {
    key[0] = UInt64(vendor) << 32 | UInt64(stratum)
    key[1] = scale.word
    key[2] = UInt64(instrument.code) << 32 | (isOfWindow ? 1 << 17 : 0) | (isAlone ? 1 << 16 : 0) | UInt64(period)
  }
}

extension LoyaltyGroup {
  /// The group of a key that `write` made.
  init(words: Span<UInt64>) {
    guard let scale = ScoreScale(word: words[1]), let instrument = QuestionWord.instrument(of: words[2]) else {
      preconditionFailure("a group's key was made of a group")
    }
    self.init(
      vendor: UInt32(words[0] >> 32), stratum: UInt32(truncatingIfNeeded: words[0]), scale: scale,
      instrument: instrument, isAlone: words[2] >> 16 & 1 == 1, isOfWindow: words[2] >> 17 & 1 == 1,
      period: UInt16(truncatingIfNeeded: words[2]))
  }

  /// The scale under which the answers are counted: their own, or the one of all.
  func scale(pooling isPooled: Bool) -> ScoreScale {
    isPooled && instrument != .votes ? .pooled : scale
  }
}
