/// How a new customer came to a vendor.
///
/// The raw value is the word in dumps; `code` is the number in ledgers and never changes.
public enum Acquisition: String, CaseIterable, BitwiseCopyable, Sendable {
  /// The source does not say.
  case notStated = ""
  /// By recommendation: through what others said, or of their own accord.
  case earned
  /// Through advertising, discounts or salespeople.
  case bought

  /// The number in ledgers.
  @inlinable public var code: UInt8 {
    switch self {
    case .notStated: 0
    case .earned: 1
    case .bought: 2
    }
  }

  /// The way of a ledger code, `nil` for a code of a newer format.
  @inlinable public init?(code: UInt8) {
    switch code {
    case 0: self = .notStated
    case 1: self = .earned
    case 2: self = .bought
    default: return nil
    }
  }
}
