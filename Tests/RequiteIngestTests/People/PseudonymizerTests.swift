import Crypto
import RequiteIngest
import RequiteModel
import RequiteTestSupport
import Testing

@Suite struct PseudonymizerTests {
  /// Far more people than the table of recent answers holds: what is forgotten must come out the same again.
  @Test(arguments: [4, 16, 256])
  func aForgottenPersonGetsTheSamePseudonymAgain(_ capacity: Int) {
    let secret = [UInt8](repeating: 7, count: 32)
    let people = Pseudonymizer(key: PseudonymKey(bytes: secret), label: "customer", capacity: capacity)
    var random = SplitMix64(seed: 6)
    for _ in 0..<2000 {
      let id = Array("c\(UInt64.random(in: 0..<300, using: &random))".utf8)
      let code = HMAC<SHA256>.authenticationCode(
        for: Array("customer\u{0}".utf8) + id, using: SymmetricKey(data: secret))
      let words = Array(code).withUnsafeBytes { bytes in
        (0..<2).map { UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self)) }
      }
      #expect(id.withField { people.pseudonym(of: $0) } == Pseudonym(high: words[0], low: words[1]))
    }
  }
}
