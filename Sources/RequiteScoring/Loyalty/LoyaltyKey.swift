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
    let question = UInt64(instrument.code) << 32 | UInt64(stratum)
    let ends = UInt64(UInt32(bitPattern: scale.lowest)) << 32 | UInt64(UInt32(bitPattern: scale.highest))
    return cell.words + [question, ends]
  }
}

extension LoyaltyKey {
  /// The key of the first four words of a tally's key; `nil` for the words of a newer format.
  init?(words: ArraySlice<UInt64>) {
    let place = words.startIndex
    let lowest = Int32(truncatingIfNeeded: Int64(bitPattern: words[place + 3]) >> 32)
    let highest = Int32(truncatingIfNeeded: words[place + 3])
    let isNet = lowest == ScoreScale.net.lowest && highest == ScoreScale.net.highest
    guard let instrument = Instrument(code: UInt8(truncatingIfNeeded: words[place + 2] >> 32)),
      let scale = isNet ? .net : ScoreScale(lowest: lowest, highest: highest)
    else { return nil }
    self.init(
      cell: Cell(words: words[place..<place + 2]), instrument: instrument,
      stratum: UInt32(truncatingIfNeeded: words[place + 2]), scale: scale)
  }
}
