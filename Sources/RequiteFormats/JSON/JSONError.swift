/// Why a text is not a JSON document, and where.
public struct JSONError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: String, CaseIterable, Sendable {
    /// Not written as RFC 8259 asks: also a text that ends too early or goes on after its value.
    case syntax = "not valid JSON"
    /// An object has one key twice.
    case duplicateKey = "one key is there twice"
    /// Arrays and objects are nested more than 64 deep.
    case depth = "nested more than 64 levels deep"
    /// An escaped half of a surrogate pair without its other half.
    case surrogate = "half of a surrogate pair"
    /// The text is not UTF-8.
    case encoding = "not UTF-8"
  }

  /// What is wrong.
  public let reason: Reason
  /// The position of the first byte that cannot be right, counted from 0.
  public let offset: Int

  /// Creates the error for the byte at `offset`.
  public init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}

extension JSONError: CustomStringConvertible {
  /// The reason and the place, without any of the text: `not valid JSON at byte 17`.
  public var description: String {
    "\(reason.rawValue) at byte \(offset)"
  }
}
