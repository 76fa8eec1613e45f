/// The 32 random bytes that turn a person's id into a pseudonym.
///
/// Printing, dumping or interpolating it shows no byte of it.
public struct SecretKey: Hashable, Sendable {
  /// The key itself; for the keyed hash only.
  public let bytes: [UInt8]

  /// Reads 64 hexadecimal digits and at most one line end; `nil` for anything else.
  init?(hex text: [UInt8]) {
    let digits = text.last == 0x0A ? text.dropLast() : text[...]
    let values = digits.compactMap(SecretKey.value)
    guard digits.count == 64, values.count == 64 else { return nil }
    bytes = (0..<32).map { values[2 * $0] << 4 | values[2 * $0 + 1] }
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x57
    case 0x41...0x46: digit - 0x37
    default: nil
    }
  }
}

extension SecretKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Never the key.
  public var description: String { "a key that is not shown" }
  /// Never the key.
  public var debugDescription: String { description }
  /// No children, so that `dump` shows nothing either.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
