import RequiteFormats

/// A key by which a crosswalk knows a customer, in the spellings that other dumps may use as their customer's id.
///
/// Only what is certain is made equal: spaces around a key, capitals in an e-mail address, everything but the digits of a
/// phone number. All other kinds are kept as they are, since ids may differ in nothing but capitals.
struct LinkKey {
  /// The key as it was written, without the spaces around it.
  let written: [UInt8]
  /// Its normal form.
  let plain: [UInt8]
  /// The normal form behind its kind: `phone:4930123`.
  let typed: [UInt8]

  /// Reads a kind and a value, neither of them empty.
  ///
  /// - Throws: `value.format` when nothing is left of the value, as of a phone number without a digit.
  init(kind: Bytes, value: Bytes) throws(Breach) {
    let kind = LinkKey.lowered(LinkKey.trimmed(kind))
    written = LinkKey.trimmed(value)
    plain =
      switch String(decoding: kind, as: UTF8.self) {
      case "email": LinkKey.lowered(written)
      case "phone": written.filter { (0x30...0x39).contains($0) }
      default: written
      }
    guard !kind.isEmpty else { throw Breach(.kind, "empty") }
    guard !plain.isEmpty else { throw Breach(.value, "format") }
    typed = kind + [0x3A] + plain
  }

  private static func trimmed(_ field: Bytes) -> [UInt8] {
    let bytes = Array(field)
    let start = bytes.firstIndex { $0 != 0x20 } ?? bytes.endIndex
    let end = bytes.lastIndex { $0 != 0x20 } ?? start
    return start == bytes.endIndex ? [] : Array(bytes[start...end])
  }

  /// Small letters for the capitals of ASCII: what `lower` does in an adapter.
  private static func lowered(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}
