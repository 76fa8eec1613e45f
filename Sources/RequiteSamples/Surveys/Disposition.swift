import RequiteModel

/// How an invitation of a sample ends.
enum Disposition: Int, CaseIterable, Sendable {
  case complete, partial, noScore, silent, refused, unsubscribed, bounced, suppressed, test, spam

  private static let endings: [(Disposition, Int)] = [
    (.partial, 30), (.noScore, 20), (.refused, 60), (.unsubscribed, 25), (.bounced, 70), (.suppressed, 20), (.test, 6),
    (.spam, 6), (.silent, 763),
  ]
  private static let wheel = Wheel(endings.map(\.1))

  /// Draws an ending; `answering` in a thousand are complete answers.
  static func draw(answering: Int, _ random: inout SplitMix64) -> Disposition {
    random.chance(answering) ? .complete : endings[wheel.turn(&random)].0
  }

  /// Whether somebody answered, if only in part.
  var isAnswered: Bool {
    switch self {
    case .complete, .partial, .noScore, .test, .spam: true
    case .silent, .refused, .unsubscribed, .bounced, .suppressed: false
    }
  }

  /// Whether the answer has a score.
  var hasScore: Bool { isAnswered && self != .noScore }

  /// The status as a dump states it: sometimes left to the default.
  func status(_ random: inout SplitMix64) -> ResponseStatus? {
    switch self {
    case .complete: random.chance(900) ? nil : .complete
    case .silent: random.chance(800) ? nil : .invited
    case .partial: .partial
    case .noScore: .noScore
    case .refused: .refused
    case .unsubscribed: .unsubscribed
    case .bounced: .bounced
    case .suppressed: .suppressed
    case .test: .test
    case .spam: .spam
    }
  }
}
