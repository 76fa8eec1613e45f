import Crypto
import RequiteModel

/// The installation's secret, under which people become pseudonyms.
///
/// Whoever holds it can recognise a known id in a ledger; without it nobody can. It comes from a key file, which is the
/// command layer's business.
public struct PseudonymKey: Sendable {
  private let key: SymmetricKey

  /// Uses `bytes` as the secret; 32 random bytes are expected.
  public init(bytes: [UInt8]) {
    key = SymmetricKey(data: bytes)
  }

  /// Names the key without giving it away: the first 64 bits of an HMAC of a fixed text, in hexadecimal.
  public var id: String {
    let code = HMAC<SHA256>.authenticationCode(for: Array("requite.key-id".utf8), using: key)
    return code.prefix(8).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  /// The pseudonym of one customer, the same that every dump gives them.
  public func customer(_ id: String) -> Pseudonym {
    let pseudonymizer = Pseudonymizer(key: self, label: "customer", capacity: 16)
    return id.withField { pseudonymizer.pseudonym(of: $0) }
  }

  /// An HMAC-SHA-256 that has taken in the kind of name, so that a customer and an agent of one name differ.
  func digest(label: String) -> KeyedDigest {
    var digest = KeyedDigest(key: key)
    digest.begin(with: Array(label.utf8) + [0])
    return digest
  }
}
