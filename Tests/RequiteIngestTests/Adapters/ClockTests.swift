import RequiteIngest
import RequiteModel
import Testing

/// Times in every notation that adapters know.
@Suite struct ClockTests {
  private func seconds(_ text: String, _ notation: TimeNotation, zone: String? = "UTC") -> String? {
    let zone = zone.flatMap { Zone(named: $0, folder: Zone.standardFolder) }
    let clock = Clock([notation], ClockSetting(), zone: zone, field: "at")
    return text.withField { clock.seconds($0) }.map { Instant(seconds: $0).description }
  }

  @Test(arguments: [
    ("yyyy-MM-dd HH:mm:ss", "2026-03-02 09:15:31", "2026-03-02T09:15:31Z"),
    ("MM/dd/yyyy hh:mm:ss a", "03/02/2026 12:01:00 PM", "2026-03-02T12:01:00Z"),
    ("MM/dd/yyyy hh:mm:ss a", "03/03/2026 12:40:00 AM", "2026-03-03T00:40:00Z"),
    ("yyyy/M/d h:mm:ss a z", "2026/03/02 9:15:31 am GMT+1", "2026-03-02T08:15:31Z"),
    ("yyyy/M/d h:mm:ss a z", "2026/10/04 10:15:00 PM GMT+5:30", "2026-10-04T16:45:00Z"),
    ("EEE MMM dd HH:mm:ss Z yyyy", "Tue Oct 31 22:10:47 +0000 2017", "2017-10-31T22:10:47Z"),
    ("EEE MMM dd HH:mm:ss Z yyyy", "tue oct 31 22:10:47 -0130 2017", "2017-10-31T23:40:47Z"),
    ("yyyy-MM-dd HH:mm:ss[ ][z]", "2026-03-02 08:15:31 UTC", "2026-03-02T08:15:31Z"),
    ("yyyy-MM-dd HH:mm:ss[ ][z]", "2026-03-02 08:15:31", "2026-03-02T08:15:31Z"),
    ("d.M.yy H:mm", "2.3.26 9:05", "2026-03-02T09:05:00Z"),
    ("dd 'of' MMM yyyy HH:mm", "02 of Mar 2026 09:05", "2026-03-02T09:05:00Z"),
  ])
  func aPatternReadsItsTimes(_ pattern: String, _ text: String, _ expected: String) throws {
    #expect(seconds(text, .pattern(try #require(TimePattern(pattern)))) == expected)
  }

  @Test(arguments: [
    "2026-03-02T09:15:31Z", "2026-03-02 09:15:31", "2026-03-02T09:15:31.118Z", "2026-03-02 10:15:31+01:00",
    "2026-03-02T09:15:31.000+0000",
  ])
  func isoTakesWhatIsCommon(_ text: String) {
    #expect(seconds(text, .pattern(.iso)) == "2026-03-02T09:15:31Z")
  }

  @Test(arguments: [
    ("yyyy-MM-dd HH:mm:ss", "2026-02-29 09:15:31"), ("yyyy-MM-dd HH:mm:ss", "2026-03-02 24:00:00"),
    ("yyyy-MM-dd HH:mm:ss", "2026-03-02 09:15:3"), ("yyyy-MM-dd HH:mm:ss", "2026-03-02 09:15:31 "),
    ("yyyy-MM-dd HH:mm:ss", ""), ("MM/dd/yyyy hh:mm:ss a", "03/02/2026 13:01:00 PM"),
    ("yyyy-MM-dd HH:mm:ss", "2026-3-02 09:15:310"), ("yyyy-MM-dd HH:mm:ss", "0000-00-00 00:00:00"),
    ("dd.MM.yyyy HH:mm", "00.00.0000 00:00"), ("[yyyy-MM-dd ]HH:mm:ss", "09:15:31"), ("[HH:mm]", ""),
  ])
  func whatIsNotSoWrittenIsNoTime(_ pattern: String, _ text: String) throws {
    #expect(seconds(text, .pattern(try #require(TimePattern(pattern)))) == nil)
  }

  @Test func aTimeWithoutAZoneIsNoneWithoutAZone() {
    #expect(seconds("2026-03-02 09:15:31", .pattern(.iso), zone: nil) == nil)
    #expect(seconds("2026-03-02 09:15:31Z", .pattern(.iso), zone: nil) == "2026-03-02T09:15:31Z")
  }

  @Test(arguments: [
    ("1772442931", "2026-03-02T09:15:31Z"), ("1772442931.25", "2026-03-02T09:15:31Z"),
    ("1772442931118", "2026-03-02T09:15:31Z"), ("1772442931118000", "2026-03-02T09:15:31Z"),
    ("64654125776", nil), ("0", nil), ("-5", nil), ("17724429x1", nil), ("1772442931.", "2026-03-02T09:15:31Z"),
  ])
  func epochsAreToldApartByTheirSize(_ text: String, _ expected: String?) {
    #expect(seconds(text, .epoch) == expected)
  }

  @Test func daysOfSpreadsheetsAreDaysSince1899() {
    #expect(seconds("46083.385775463", .spreadsheet) == "2026-03-02T09:15:31Z")
    #expect(seconds("1", .spreadsheet) == "1899-12-31T00:00:00Z")
  }

  @Test(arguments: ["yyyy-MM-dd'T", "[HH:mm", "HH:mm]", "qqq", "YYYY-MM-dd", ""])
  func aPatternThatMeansNothingIsNone(_ text: String) {
    #expect(TimePattern(text) == nil)
  }
}
