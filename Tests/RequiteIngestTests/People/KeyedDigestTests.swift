import Crypto
import RequiteIngest
import RequiteTestSupport
import Testing

@Suite struct KeyedDigestTests {
  private static func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  private static func code(_ key: [UInt8], begin: [UInt8] = [], _ message: [UInt8]) -> String {
    var digest = KeyedDigest(key: SymmetricKey(data: key))
    digest.begin(with: begin)
    return message.withField { hex(digest.code(of: $0)) }
  }

  /// The cases of RFC 4231, section 4, without the one about cutting.
  static let published: [(key: [UInt8], message: [UInt8], code: String)] = [
    (
      Array(repeating: 0x0B, count: 20), Array("Hi There".utf8),
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      Array(repeating: 0xAA, count: 20), Array(repeating: 0xDD, count: 50),
      "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
    ),
    (
      Array(1...25), Array(repeating: 0xCD, count: 50),
      "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
    ),
    (
      Array(repeating: 0xAA, count: 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
    (
      Array(repeating: 0xAA, count: 131),
      Array(
        """
        This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed \
        before being used by the HMAC algorithm.
        """.utf8),
      "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
    ),
  ]

  @Test(arguments: published.indices)
  func codesAreThoseOfTheStandard(_ index: Int) {
    let (key, message, code) = Self.published[index]
    #expect(Self.code(key, message) == code)
    #expect(Self.code(key, begin: Array(message.prefix(7)), Array(message.dropFirst(7))) == code)
  }

  @Test func codesAreThoseOfTheLibrary() {
    var random = SplitMix64(seed: 1)
    for length in 0...200 {
      let key = (0..<Int.random(in: 1...150, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      let message = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      let expected = HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: key))
      #expect(Self.code(key, message) == Self.hex(expected))
    }
  }

  @Test func oneMessageLeavesNoTraceInTheNext() {
    let digest = KeyedDigest(key: SymmetricKey(data: Array("key".utf8)))
    let codes = ["ann", "bob", "ann"].map { text in text.withField { Self.hex(digest.code(of: $0)) } }
    #expect(codes[0] == codes[2])
    #expect(codes[0] != codes[1])
  }
}
