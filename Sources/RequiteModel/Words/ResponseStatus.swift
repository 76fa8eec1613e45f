/// How an invitation ended: METHODS B7.
///
/// The raw value is the word in dumps; `code` is the number in ledgers and never changes. `test` and `spam` never reach a
/// ledger: they are filtered when a dump is read.
public enum ResponseStatus: String, CaseIterable, BitwiseCopyable, Sendable {
  /// Answered; the default where there is a score.
  case complete
  /// Answered in part.
  case partial
  /// Answered without a score.
  case noScore = "no_score"
  /// Invited, no answer; the default where there is no score.
  case invited
  /// Refused.
  case refused
  /// Unsubscribed from surveys.
  case unsubscribed
  /// The invitation could not be delivered.
  case bounced
  /// Not to be asked.
  case suppressed
  /// A trial of the survey itself.
  case test
  /// Not a person's answer.
  case spam

  /// The number in ledgers.
  @inlinable public var code: UInt8 {
    switch self {
    case .complete: 0
    case .partial: 1
    case .noScore: 2
    case .invited: 3
    case .refused: 4
    case .unsubscribed: 5
    case .bounced: 6
    case .suppressed: 7
    case .test: 8
    case .spam: 9
    }
  }

  /// The status of a ledger code, `nil` for a code of a newer format.
  public init?(code: UInt8) {
    guard let match = ResponseStatus.allCases.first(where: { $0.code == code }) else { return nil }
    self = match
  }
}
