import RequiteModel

/// The id of a vendor's section: the same in every version, safe whatever the name is.
///
/// A name of lower-case ASCII letters, digits and hyphens is used as it is; any other adds a fingerprint behind `_`, which
/// no plain name contains, so that two vendors never share an id.
package enum VendorAnchor {
  package static func id(of vendor: String) -> String {
    let bytes = Array(vendor.utf8)
    if (1...64).contains(bytes.count) && bytes.allSatisfy(isPlain) { return "vendor-\(vendor)" }
    let readable = String(decoding: bytes.prefix(32).map { isPlain($0) ? $0 : 0x2D }, as: UTF8.self)
    let fingerprint = String(Hash128(vendor).high, radix: 16)
    return "vendor-\(readable)_" + String(repeating: "0", count: 16 - fingerprint.utf8.count) + fingerprint
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
  }
}
