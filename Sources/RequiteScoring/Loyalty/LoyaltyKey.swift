import RequiteModel

/// Whose answers to which question: a cell, an instrument with its stratum, and a scale.
///
/// Scales are part of the key because scores of different scales are never pooled (METHODS B1).
struct LoyaltyKey: Hashable, Sendable {
  /// The part of a vendor's data.
  var cell: Cell
  /// The question.
  var instrument: Instrument
  /// Code of the stratum, 0 where strata do not matter.
  var stratum: UInt32
  /// The scale of the scores.
  var scale: ScoreScale

  /// The four words of a tally's key.
  var words: [UInt64] {
    cell.words + [QuestionWord.word(of: instrument, stratum: stratum), scale.word]
  }
}

/// An instrument and a stratum in one word of a key.
enum QuestionWord {
  static func word(of instrument: Instrument, stratum: UInt32 = 0) -> UInt64 {
    UInt64(instrument.code) << 32 | UInt64(stratum)
  }

  static func instrument(of word: UInt64) -> Instrument? {
    Instrument(code: UInt8(truncatingIfNeeded: word >> 32))
  }

  static func stratum(of word: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: word) }
}

extension LoyaltyKey {
  /// The key of the first four words of a tally's key; `nil` for the words of a newer format.
  init?(words: ArraySlice<UInt64>) {
    let place = words.startIndex
    guard let instrument = QuestionWord.instrument(of: words[place + 2]), let scale = ScoreScale(word: words[place + 3])
    else { return nil }
    self.init(
      cell: Cell(words: words[place..<place + 2]), instrument: instrument,
      stratum: QuestionWord.stratum(of: words[place + 2]), scale: scale)
  }
}
