import RequiteCommand
import Testing

@Suite struct FixedDecimalTests {
  @Test(
    arguments: [
      ("0", 0), ("0.01", 10_000_000), ("5.0", 5_000_000_000), ("-1.25", -1_250_000_000), ("0.333333333", 333_333_333),
      ("007", 7_000_000_000), ("999999.999999999", 999_999_999_999_999),
    ] as [(String, Int64)])
  func decimalTextIsReadExactly(text: String, billionths: Int64) {
    #expect(FixedDecimal(text)?.billionths == billionths)
  }

  @Test(arguments: [
    "", "-", ".5", "5.", "1e-2", "1_000", "+1", "0x1", " 1", "1.2.3", "0.1234567891", "1000000", "٣",
    "99999999999999999999",
  ])
  func anythingElseIsNoDecimal(text: String) {
    #expect(FixedDecimal(text) == nil)
  }

  @Test func moreDecimalsThanAllowedAreRefused() {
    #expect(FixedDecimal("0.123456", places: 6)?.millionths == 123_456)
    #expect(FixedDecimal("0.1234567", places: 6) == nil)
  }

  @Test(
    arguments: [
      (0, "0"), (10_000_000, "0.01"), (5_000_000_000, "5"), (-1_250_000_000, "-1.25"), (-1, "-0.000000001"),
    ] as [(Int64, String)])
  func itIsWrittenAsShortAsExact(billionths: Int64, text: String) {
    #expect(FixedDecimal(billionths: billionths).description == text)
    #expect(FixedDecimal(text)?.billionths == billionths)
  }

  @Test func theBinaryNumberIsTheNearest() {
    #expect(FixedDecimal(millionths: 10_000).double == 0.01)
  }
}
