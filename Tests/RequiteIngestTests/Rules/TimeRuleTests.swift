import RequiteIngest
import RequiteModel
import RequiteTestSupport
import Testing

@Suite struct TimeRuleTests {
  /// The common form is read eight bytes at once; whatever is near it must come to what the plain reader says.
  @Test func timesAreThoseOfThePlainReader() {
    var random = SplitMix64(seed: 5)
    let alphabet = Array("0123456789:-TZ/;. \u{0}".utf8) + [0x7F]
    var rule = TimeRule()
    for _ in 0..<20_000 {
      // Around the ends of a day, a month, a year; few dates, so that most were met before.
      let seconds = Int64.random(in: -40...40, using: &random) * 86_400 * 27 + Int64.random(in: -3...3, using: &random)
      var text = Array(Instant(seconds: 1_772_323_200 + seconds).description.utf8)
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        text[Int.random(in: text.indices, using: &random)] = alphabet.randomElement(using: &random)!
      }
      let plain = Instant(rfc3339: String(decoding: text, as: UTF8.self))?.seconds
      #expect(text.withField { rule.seconds($0) } == plain, "\(String(decoding: text, as: UTF8.self))")
    }
  }

  @Test func everySecondOfADayIsRead() {
    var rule = TimeRule()
    for second in 0..<Int64(86_400) {
      let text = Array(Instant(seconds: second).description.utf8)
      #expect(text.withField { rule.seconds($0) } == second)
    }
  }

  /// Two dates that have one place in the table of midnights take turns.
  @Test func datesOfOneDayInManyMonthsDoNotMix() {
    var rule = TimeRule()
    for month in [1, 2, 1, 3, 2, 1, 12, 12] {
      let text = Array("2026-\(month < 10 ? "0" : "")\(month)-05T00:00:00Z".utf8)
      let midnight = Instant(rfc3339: String(decoding: text, as: UTF8.self))?.seconds
      #expect(text.withField { rule.seconds($0) } == midnight)
    }
  }

  @Test func noDateIsKnownBeforeItWasRead() {
    var rule = TimeRule()
    for byte in [UInt8(0), 0x30, 0xFF] {
      let text = Array(repeating: byte, count: 10) + Array("T00:00:00Z".utf8)
      #expect(text.withField { rule.seconds($0) } == nil)
    }
  }
}
