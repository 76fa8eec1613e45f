/// What happened in an interaction.
///
/// The raw value is the word in dumps; `code` is the number in ledgers and never changes.
public enum EventKind: String, CaseIterable, BitwiseCopyable, Sendable {
  /// Something was said.
  case message
  /// The vendor calls the matter settled.
  case resolved
  /// It was not.
  case reopened
  /// The vendor will do something by a time.
  case promise
  /// A promise was kept.
  case fulfilled
  /// The vendor changed what the customer has; `value` says for better or for worse.
  case change
  /// The customer agreed to a change.
  case consent
  /// The vendor came back to a customer about a survey response.
  case surveyFollowup = "survey_followup"
  /// Anything else; kept, never scored.
  case other

  /// The number in ledgers.
  @inlinable public var code: UInt8 {
    switch self {
    case .message: 0
    case .resolved: 1
    case .reopened: 2
    case .promise: 3
    case .fulfilled: 4
    case .change: 5
    case .consent: 6
    case .surveyFollowup: 7
    case .other: 8
    }
  }

  /// The kind of a ledger code, `nil` for a code of a newer format.
  @inlinable public init?(code: UInt8) {
    switch code {
    case 0: self = .message
    case 1: self = .resolved
    case 2: self = .reopened
    case 3: self = .promise
    case 4: self = .fulfilled
    case 5: self = .change
    case 6: self = .consent
    case 7: self = .surveyFollowup
    case 8: self = .other
    default: return nil
    }
  }

  /// Whether an outgoing event of this kind, from a person or the brand, answers the customer: METHODS B9.
  @inlinable public var answers: Bool {
    switch self {
    case .message, .promise, .resolved, .fulfilled: true
    default: false
    }
  }
}
