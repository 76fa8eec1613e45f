import RequiteModel

/// What was asked, and how it ended.
struct ResponseWord {
  /// The question.
  let instrument: Instrument
  /// How the invitation ended.
  let status: ResponseStatus

  /// What a ledger's word says, `nil` for a word of a newer format.
  static func of(_ word: Int64) -> ResponseWord? {
    known.indices.contains(Int(truncatingIfNeeded: word)) ? known[Int(truncatingIfNeeded: word)] : nil
  }

  /// By the eight bits of a word: codes are looked up once, not for each row.
  private static let known: [ResponseWord?] = (0..<256).map { word in
    guard let instrument = Instrument(code: UInt8(word >> 4)), let status = ResponseStatus(code: UInt8(word & 15))
    else {
      return nil
    }
    return ResponseWord(instrument: instrument, status: status)
  }
}
