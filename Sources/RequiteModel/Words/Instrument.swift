/// The question a response answers.
///
/// The raw value is the word in dumps; `code` is the number in ledgers and states and never changes.
public enum Instrument: String, CaseIterable, BitwiseCopyable, Sendable {
  /// "How likely are you to recommend …": net promoter score.
  case nps
  /// Customer satisfaction.
  case csat
  /// Customer effort ("… made it easy").
  case ces
  /// Net promoter score asked of employees.
  case enps
  /// Signed votes on a post: the score is the net, the votes are counted beside it.
  case votes
  /// The vendor's judgement of itself, asked with a customer question's wording.
  case `self`
  /// Anything else; kept and counted, never scored.
  case other

  /// The number in ledgers and states.
  @inlinable public var code: UInt8 {
    switch self {
    case .nps: 0
    case .csat: 1
    case .ces: 2
    case .enps: 3
    case .votes: 4
    case .self: 5
    case .other: 6
    }
  }

  /// The instrument of a ledger code, `nil` for a code of a newer format.
  public init?(code: UInt8) {
    guard let match = Instrument.allCases.first(where: { $0.code == code }) else { return nil }
    self = match
  }
}
