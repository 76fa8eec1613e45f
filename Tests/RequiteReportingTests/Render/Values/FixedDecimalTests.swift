import RequiteReporting
import Testing

@Suite struct FixedDecimalTests {
  @Test(arguments: [
    (0.0, 6, "0.000000"), (-0.0, 6, "0.000000"), (1.0, 6, "1.000000"), (-1.5, 6, "-1.500000"),
    (0.0078125, 6, "0.007812"), (0.0234375, 6, "0.023438"), (-0.0078125, 6, "-0.007812"),
    (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (-0.5, 0, "0"), (-1.5, 0, "-2"),
    (0.35, 1, "0.3"), (0.25, 1, "0.2"), (0.75, 1, "0.8"), (-0.04, 1, "0.0"), (99.95, 1, "100.0"),
    (32.5, 6, "32.500000"), (1.0 / 3, 6, "0.333333"), (2.0 / 3, 6, "0.666667"),
  ])
  func theExactValueIsRoundedHalfEven(value: Double, places: Int, text: String) {
    #expect(FixedDecimal.text(of: value, places: places) == text)
  }

  // None of these has an exact binary form: the nearest Double lies just below 0.0000005 and 0.0000035 and just above
  // 0.0000015 and 0.0000025, and half-even on the decimal literal would say otherwise for two of them.
  @Test(arguments: [(0.0000005, "0.000000"), (0.0000015, "0.000002"), (0.0000025, "0.000003"), (0.0000035, "0.000003")])
  func aDecimalTieIsDecidedByTheBinaryValue(value: Double, text: String) {
    #expect(FixedDecimal.text(of: value) == text)
  }

  @Test(arguments: [
    (9_007_199_254_740_993.0, "9007199254740992.000000"), (1e22, "10000000000000000000000.000000"),
    (1e23, "99999999999999991611392.000000"), (0x1p127, "170141183460469231731687303715884105728.000000"),
    (Double.leastNonzeroMagnitude, "0.000000"), (Double.leastNormalMagnitude, "0.000000"), (1e-7, "0.000000"),
    (4_503_599_627_370_495.5, "4503599627370495.500000"),
  ])
  func largeAndTinyValuesAreExact(value: Double, text: String) {
    #expect(FixedDecimal.text(of: value) == text)
  }

  @Test func theLargestNumberHasAllItsDigits() {
    let text = FixedDecimal.text(of: .greatestFiniteMagnitude)
    #expect(text.utf8.count == 309 + 7)
    #expect(text.hasPrefix("179769313486231570814527423731704356798070567525844996598917476803157260780"))
  }

  @Test func everyMultipleOfTwoToTheMinusTenIsRightToTheDigit() {
    for number in -4096...4096 {
      let exact = number * 9_765_625  // number / 1024 in units of 10^-10
      let (quotient, rest) = abs(exact).quotientAndRemainder(dividingBy: 10_000)
      let isUp = rest > 5000 || (rest == 5000 && !quotient.isMultiple(of: 2))
      let millionths = quotient + (isUp ? 1 : 0)
      let digits = String(1_000_000 + millionths % 1_000_000).dropFirst()
      let expected = (number < 0 && millionths > 0 ? "-" : "") + "\(millionths / 1_000_000)." + digits
      #expect(FixedDecimal.text(of: Double(number) / 1024) == expected)
    }
  }

  @Test func writingWhatWasReadGivesTheSameText() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let magnitude = Double.random(in: -8...25, using: &generator)
      let value = Double.random(in: -1...1, using: &generator) * power(10, Int(magnitude))
      let text = FixedDecimal.text(of: value)
      let back = try #require(FixedDecimal.value(of: text))
      #expect(FixedDecimal.text(of: back) == text)
    }
  }

  @Test func roundingKeepsTheOrder() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<5000 {
      let a = Double.random(in: -1...1, using: &generator)
      let b = a + Double.random(in: 0...0.00001, using: &generator)
      #expect(FixedDecimal.value(of: FixedDecimal.text(of: a))! <= FixedDecimal.value(of: FixedDecimal.text(of: b))!)
    }
  }

  @Test(arguments: ["", "-", ".", "1.", ".5", "+1", "1e5", "0x1", "nan", "inf", "--1", "1.2.3", " 1", "1 ", "١"])
  func onlyPlainDecimalsAreRead(text: String) {
    #expect(FixedDecimal.value(of: text) == nil)
  }

  @Test func aNumberBeyondDoubleIsNotRead() {
    #expect(FixedDecimal.value(of: String(repeating: "9", count: 400)) == nil)
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<abs(exponent)).reduce(1.0) { value, _ in exponent < 0 ? value / base : value * base }
  }
}
