import RequiteIngest
import RequiteModel
import Testing

/// Times that an adapter has worked out are written as digits and read again.
@Suite struct EightDigitsTests {
  @Test func aNumberOfSecondsIsReadDigitByDigitOrEightAtOnceAlike() {
    var rule = TimeRule()
    for text in ["0000000000", "1000000000", "1772323200", "4102444800", "9999999999"] {
      #expect(text.withField { rule.seconds($0) } == Int64(text))
    }
    for text in ["177232320x", "x772323200", "17723232-1", "17723232-0", "17723232 1", "1772323:00"] {
      #expect(text.withField { rule.seconds($0) } == nil)
    }
  }
}
