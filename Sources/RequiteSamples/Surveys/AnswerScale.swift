import RequiteModel

/// The scale on which a sample asks each question.
struct AnswerScale: Sendable {
  /// The lowest score.
  let lowest: Int
  /// The highest score.
  let highest: Int
  /// The word in dumps.
  let word: [UInt8]

  /// The scale of an instrument: 0–10 for recommending, 1–5 for satisfaction, 1–7 for effort, the net for votes.
  init(_ instrument: Instrument) {
    switch instrument {
    case .csat, .`self`: self = .five
    case .ces: self = .seven
    case .votes: self = .net
    case .nps, .enps, .other: self = .eleven
    }
  }

  /// The score for an opinion of 0…1000, rounded to the nearest.
  func score(of opinion: Int) -> Int {
    lowest + (opinion * (highest - lowest) + 500) / 1000
  }

  private init(_ lowest: Int, _ highest: Int, _ word: String) {
    self.lowest = lowest
    self.highest = highest
    self.word = Array(word.utf8)
  }

  private static let eleven = AnswerScale(0, 10, "0-10")
  private static let five = AnswerScale(1, 5, "1-5")
  private static let seven = AnswerScale(1, 7, "1-7")
  private static let net = AnswerScale(0, 0, "net")
}
