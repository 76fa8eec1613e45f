/// Who spoke.
///
/// The raw value is the word in dumps; `code` is the number in ledgers and never changes.
public enum Direction: String, CaseIterable, BitwiseCopyable, Sendable {
  /// The customer to the vendor.
  case incoming = "in"
  /// The vendor to the customer.
  case outgoing = "out"
  /// Inside the vendor; never an answer.
  case `internal`
  /// A machine's note; never an answer.
  case system

  /// The number in ledgers.
  ///
  /// Among events of the same second the smaller comes first: a question before its answer.
  @inlinable public var code: UInt8 {
    switch self {
    case .incoming: 0
    case .outgoing: 1
    case .internal: 2
    case .system: 3
    }
  }

  /// The direction of a ledger code, `nil` for a code of a newer format.
  @inlinable public init?(code: UInt8) {
    switch code {
    case 0: self = .incoming
    case 1: self = .outgoing
    case 2: self = .internal
    case 3: self = .system
    default: return nil
    }
  }
}
