import RequiteModel
import Testing

@Suite struct InstantTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2026-03-01T09:30:00+01:00", 1_772_353_800), ("2000-02-29t23:59:59z", 951_868_799),
      ("1969-12-31T23:59:59Z", -1), ("0001-01-01T00:00:00Z", -62_135_596_800),
      ("9999-12-31T23:59:59Z", 253_402_300_799),
      ("2026-03-01T00:00:00.999999-00:00", 1_772_323_200),
    ] as [(String, Int64)])
  func timesWithAZoneAreRead(_ text: String, _ seconds: Int64) {
    #expect(Instant(rfc3339: text)?.seconds == seconds)
  }

  @Test(arguments: [
    "", "2026-03-01", "2026-03-01T09:30:00", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-03-01T24:00:00Z",
    "2026-03-01T23:59:60Z", "2026-03-01T09:30Z", "2026-03-01T09:30:00.Z", "2026-03-01T09:30:00+1:00",
    "2026-03-01T09:30:00Z ", "+2026-03-01T09:30:00Z", "10000-01-01T00:00:00Z", "2026-3-1T09:30:00Z",
    "0000-01-01T00:00:00Z",
  ])
  func anythingElseIsNoTime(_ text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test func everyDayOfFourCenturiesComesBack() {
    for day in stride(from: Int64(-200_000), through: 200_000, by: 1) {
      let date = CivilDate(daysSince1970: day)
      #expect(date.daysSince1970 == day)
    }
    #expect(Instant(seconds: 1_772_353_800).description == "2026-03-01T08:30:00Z")
    #expect(Instant(rfc3339: Instant(seconds: -86_401).description)?.seconds == -86_401)
  }

  @Test func midnightBelongsToTheDayThatBegins() {
    #expect(Instant(seconds: 0).nextMidnight.seconds == 86_400)
    #expect(Instant(seconds: -1).nextMidnight.seconds == 0)
    #expect(Instant(seconds: 86_399).nextMidnight.seconds == 86_400)
  }

  @Test func aWindowHoldsItsBeginningAndNotItsEnd() {
    let window = Window(from: Instant(seconds: 10), to: Instant(seconds: 20))
    #expect(window.contains(Instant(seconds: 10)))
    #expect(!window.contains(Instant(seconds: 20)))
    #expect(window.description == "1970-01-01T00:00:10Z/1970-01-01T00:00:20Z")
  }
}
