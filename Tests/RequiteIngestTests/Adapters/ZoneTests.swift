import RequiteIngest
import RequiteModel
import Testing

/// Local times become moments by the zone database, with stated rules for the nights when clocks change.
@Suite struct ZoneTests {
  private func moment(_ local: String, _ zone: String, _ setting: ClockSetting = ClockSetting()) throws -> String? {
    var zone = try #require(Zone(named: zone, folder: Zone.standardFolder))
    let seconds = try #require(Instant(rfc3339: local + "Z")).seconds
    return zone.moment(ofLocal: seconds, setting).map { Instant(seconds: $0).description }
  }

  @Test(arguments: [
    ("2026-01-15T12:00:00", "Europe/Berlin", "2026-01-15T11:00:00Z"),
    ("2026-07-15T12:00:00", "Europe/Berlin", "2026-07-15T10:00:00Z"),
    ("2026-03-29T01:59:59", "Europe/Berlin", "2026-03-29T00:59:59Z"),
    ("2026-03-29T03:00:00", "Europe/Berlin", "2026-03-29T01:00:00Z"),
    ("1970-06-01T00:00:00", "Europe/Berlin", "1970-05-31T23:00:00Z"),
    ("2060-07-01T12:00:00", "Europe/Berlin", "2060-07-01T10:00:00Z"),
    ("2026-03-08T03:00:00", "America/New_York", "2026-03-08T07:00:00Z"),
    ("2026-07-01T00:00:00", "Asia/Kolkata", "2026-06-30T18:30:00Z"),
    ("2026-01-01T12:00:00", "Australia/Lord_Howe", "2026-01-01T01:00:00Z"),
    ("2026-07-01T12:00:00", "Australia/Lord_Howe", "2026-07-01T01:30:00Z"),
    ("2026-03-29T01:30:00", "UTC", "2026-03-29T01:30:00Z"),
    ("2026-03-29T01:30:00", "fixed:+02:00", "2026-03-28T23:30:00Z"),
  ])
  func aLocalTimeHasItsMoment(_ local: String, _ zone: String, _ expected: String) throws {
    #expect(try moment(local, zone) == expected)
  }

  @Test func aTimeThatWasSkippedGoesForwardOrIsRefused() throws {
    var setting = ClockSetting()
    #expect(try moment("2026-03-29T02:30:00", "Europe/Berlin", setting) == "2026-03-29T01:30:00Z")
    setting.gap = .reject
    #expect(try moment("2026-03-29T02:30:00", "Europe/Berlin", setting) == nil)
  }

  @Test func aTimeThatCameTwiceIsTheFirstTheSecondOrRefused() throws {
    var setting = ClockSetting()
    #expect(try moment("2026-10-25T02:30:00", "Europe/Berlin", setting) == "2026-10-25T00:30:00Z")
    setting.fold = .second
    #expect(try moment("2026-10-25T02:30:00", "Europe/Berlin", setting) == "2026-10-25T01:30:00Z")
    setting.fold = .reject
    #expect(try moment("2026-10-25T02:30:00", "Europe/Berlin", setting) == nil)
  }

  /// Every quarter of an hour of a year, forth in UTC and back through local time.
  @Test(arguments: ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo"])
  func outsideTheFoldEveryMomentComesBack(_ name: String) throws {
    var zone = try #require(Zone(named: name, folder: Zone.standardFolder))
    var second = ClockSetting()
    second.fold = .second
    var local: Int64 = 1_767_225_600 - 86_400
    var last: Int64 = .min
    while local < 1_798_761_600 + 86_400 {
      let (first, later) = (zone.moment(ofLocal: local, ClockSetting()), zone.moment(ofLocal: local, second))
      let (earliest, latest) = (try #require(first), try #require(later))
      // Times that a clock skipped are taken forward, past the first that it shows again.
      #expect(earliest <= latest && latest + 3600 >= last && latest - earliest <= 3600)
      last = latest
      local += 900
    }
  }

  @Test(arguments: ["Europe/Atlantis", "", "../../etc/passwd", "/etc/passwd", "fixed:2", "Europe", "posix"])
  func whatIsNoZoneIsNeverUTC(_ name: String) {
    #expect(Zone(named: name, folder: Zone.standardFolder) == nil)
  }
}
