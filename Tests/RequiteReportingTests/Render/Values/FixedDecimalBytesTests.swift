import RequiteReporting
import Testing

@Suite struct FixedDecimalBytesTests {
  @Test(arguments: [
    0, -0.0, 1, -1, 0.0078125, 0.0234375, -0.0078125, 0.0000005, 0.0000015, -0.0000004, 9.9999995, 999_999.9999995,
    0x1p43, 0x1p43 - 0x1p-10, -0x1p43, 0x1p42 + 0x1p-11, 0x1p53, 1e23, .leastNonzeroMagnitude,
    .leastNormalMagnitude, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
  ])
  func theBytesAreThoseOfTheText(value: Double) {
    #expect(written(value) == FixedDecimal.text(of: value))
  }

  @Test func randomNumbersAreWrittenAlike() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<50_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite, value.magnitude < 1e30 else { continue }
      #expect(written(value) == FixedDecimal.text(of: value))
    }
  }

  @Test func numbersOfEverydaySizeAreWrittenAlike() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<50_000 {
      let value = Double.random(in: -1000...1000, using: &generator)
      #expect(written(value) == FixedDecimal.text(of: value))
      // A tie between two millionths, and its neighbours.
      let tie = (value * 64).rounded() / 128 / 65_536
      for number in [tie, tie.nextUp, tie.nextDown] { #expect(written(number) == FixedDecimal.text(of: number)) }
    }
  }

  @Test func readingIsThatOfTheStandardLibrary() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<50_000 {
      let scale = [1, 1e-6, 1e3, 1e9, 1e15][Int.random(in: 0..<5, using: &generator)]
      let text = FixedDecimal.text(of: Double.random(in: -1...1, using: &generator) * scale)
      #expect(FixedDecimal.value(of: text)?.bitPattern == Double(text)?.bitPattern)
    }
  }

  @Test(arguments: [
    "9007199254740993", "9007199254740992.000000", "-0.000000", "0.1", "123456789.0123456789", "0.00000000001",
    "00012.500000",
  ])
  func longTextsAreReadToTheNearestNumber(text: String) {
    #expect(FixedDecimal.value(of: text)?.bitPattern == Double(text)?.bitPattern)
  }

  private func written(_ value: Double) -> String {
    var bytes = Array("x".utf8)
    FixedDecimal.append(value, to: &bytes)
    return String(decoding: bytes.dropFirst(), as: UTF8.self)
  }
}
