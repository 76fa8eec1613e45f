import RequiteIngest
import RequiteTestSupport
import Testing

@Suite struct DecimalRuleTests {
  private static func parse(_ text: [UInt8]) -> Int64? {
    text.withField { DecimalRule.parse($0) }
  }

  @Test(
    arguments: [
      ("0", 0), ("1", 1_000_000), ("1.3545", 1_354_500), ("9.999999", 9_999_999), ("0.000001", 1), ("-2.5", -2_500_000),
      ("12.5", 12_500_000), ("999999999999.999999", 999_999_999_999_999_999), ("1.", nil), (".5", nil), ("", nil),
      ("1.0000001", nil), ("1.2.3", nil), ("1,5", nil), ("1.5 ", nil), ("+1.5", nil), ("x.5", nil), ("1.x", nil),
    ] as [(String, Int64?)])
  func decimalsAreMillionths(_ text: String, _ number: Int64?) {
    #expect(Self.parse(Array(text.utf8)) == number)
  }

  /// The short form is read eight bytes at once; whatever is near it must come to the same as byte by byte.
  @Test func bothWaysOfReadingAgree() {
    var random = SplitMix64(seed: 4)
    let alphabet = Array("0123456789019.-/:;x\u{0}".utf8) + [0x80, 0xB0, 0xFA, 0xFF]
    for _ in 0..<20_000 {
      var text = (0..<Int.random(in: 0...9, using: &random)).map { _ in UInt8.random(in: 0x30...0x39, using: &random) }
      if text.count > 1, Bool.random(using: &random) { text[1] = 0x2E }
      if !text.isEmpty, Bool.random(using: &random) {
        text[Int.random(in: text.indices, using: &random)] = alphabet.randomElement(using: &random)!
      }
      let plain = text.withField { DecimalRule.parseAny($0) }
      #expect(Self.parse(text) == plain, "\(text)")
    }
  }
}
