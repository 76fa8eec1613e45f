import RequiteCommand
import Testing

@Suite struct UTCTimeTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2026-03-01T00:00:00Z", 1_772_323_200), ("2026-03-01T01:30:00+01:30", 1_772_323_200),
    ("2026-02-28T19:00:00-05:00", 1_772_323_200), ("2024-02-29T23:59:59Z", 1_709_251_199), ("1969-12-31T23:59:59Z", -1),
    ("9999-12-31T23:59:59Z", 253_402_300_799), ("0001-01-01T00:00:00Z", -62_135_596_800),
  ])
  func aTimeWithItsZoneIsRead(text: String, seconds: Int64) {
    #expect(UTCTime(rfc3339: text)?.seconds == seconds)
  }

  @Test(arguments: [
    "", "2026-03-01", "2026-03-01T00:00:00", "2026-03-01 00:00:00Z", "2026-02-30T00:00:00Z", "2025-02-29T00:00:00Z",
    "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-03-01T24:00:00Z", "2026-03-01T23:60:00Z",
    "2026-06-30T23:59:60Z", "2026-03-01T00:00:00.5Z", "2026-03-01T00:00:00+1:00", "2026-03-01T00:00:00+24:00",
    "2026-03-01T00:00:00z", "+026-03-01T00:00:00Z", "2026-03-01T00:00:00ZZZZZZ", "2026-3-01T00:00:00Z0",
  ])
  func anythingElseIsNoTime(text: String) {
    #expect(UTCTime(rfc3339: text) == nil)
  }

  @Test func writingIsTheReverseOfReading() {
    var state: UInt64 = 42
    for _ in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let time = UTCTime(seconds: Int64(state >> 31) - 62_135_596_800)
      #expect(UTCTime(rfc3339: time.description) == time)
    }
  }

  @Test func theClockIsPastTheDayThisWasWritten() {
    #expect(UTCTime.now() > UTCTime(seconds: 1_700_000_000))
  }
}
