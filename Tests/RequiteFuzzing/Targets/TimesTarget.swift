import RequiteIngest
import RequiteModel

/// Times of dumps, and times by patterns, in zones.
///
/// The first byte says what is tried, the rest is the text; for patterns of one's own the pattern, a line feed, the text.
enum TimesTarget: FuzzTarget {
  static let name = "times"

  private static let patterns =
    [
      "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm[:ss]", "yyyy-MM-dd HH:mm:ss[ ][z]", "M/d/yy h:mm a", "d.M.yyyy H:mm",
      "EEE MMM dd HH:mm:ss Z yyyy", "yyyy-MM-dd'T'HH:mm:ss", "dd-MMM-yyyy hh:mm:ss a", "yyyyMMddHHmmss[.S]",
    ].map { TimePattern($0)! } + [.iso]
  private static let zones = ["UTC", "fixed:-05:30", "Europe/Berlin", "America/New_York"].map {
    Zone(named: $0, folder: Zone.standardFolder)
  }
  /// Seconds of the years 0 to 9999, and a day on either side.
  private static let range: ClosedRange<Int64> = -62_167_305_600...253_402_387_200

  static func check(_ bytes: [UInt8]) throws {
    guard let choice = bytes.first else { return }
    let text = Array(bytes.dropFirst())
    try checkDumpTime(text)
    if choice == 255 { return try checkPattern(text) }
    let zone = zones[Int(choice) % zones.count]
    let pattern = patterns[Int(choice >> 2) % patterns.count]
    var setting = ClockSetting()
    setting.gap = choice & 64 == 0 ? .forward : .reject
    setting.fold = choice & 128 == 0 ? .first : .second
    try checkClock(text, [.pattern(pattern), .epoch, .spreadsheet], setting, zone)
  }

  /// Times of the canonical layout: RFC 3339 or seconds, nothing else.
  private static func checkDumpTime(_ text: [UInt8]) throws {
    var rule = TimeRule()
    let seconds = padded(text) { rule.seconds($0) }
    try Broken.unless(padded(text) { rule.seconds($0) } == seconds, "a time is the same when it is met again")
    let string = String(decoding: text, as: UTF8.self)
    let digits = string.utf8.dropFirst(string.utf8.first == 0x2D ? 1 : 0)
    let isNumber = digits.count <= 18 && digits.allSatisfy { (0x30...0x39).contains($0) }
    if let instant = text.count <= 64 ? Instant(rfc3339: string) : nil {
      try Broken.unless(seconds == instant.seconds, "a time of RFC 3339 is read by the rule as by the model")
    } else if isNumber, let number = Int64(string), range.contains(number) {
      let isWritable = (-62_135_596_800...253_402_300_799).contains(number)
      try Broken.unless(seconds == (isWritable ? number : nil), "seconds are taken as they are")
    } else {
      try Broken.unless(seconds == nil, "what is neither a time nor seconds is refused")
    }
  }

  /// A clock that has read other times reads the same as one that has not, in whichever way.
  private static func checkClock(
    _ text: [UInt8], _ notations: [TimeNotation], _ setting: ClockSetting, _ zone: Zone?
  ) throws {
    let fresh = Clock(notations, setting, zone: zone, field: "at")
    let used = Clock(notations, setting, zone: zone, field: "at")
    for time in ["2026-03-29 02:30:00", "2026-10-25 02:30:00", "2026-10-25 03:00:00", "1772323200"] {
      _ = padded(Array(time.utf8)) { used.seconds($0) }
    }
    let seconds = padded(text) { fresh.seconds($0) }
    try Broken.unless(padded(text) { used.seconds($0) } == seconds, "a time does not depend on those before it")
    if let seconds { try Broken.unless(range.contains(seconds), "a time is in a year of four digits") }
  }

  private static func checkPattern(_ text: [UInt8]) throws {
    let parts = text.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count < 200, let pattern = TimePattern(String(decoding: parts[0], as: UTF8.self))
    else { return }
    let zone = pattern.hasZone ? nil : zones[2]
    try checkClock(Array(parts[1]), [.pattern(pattern)], ClockSetting(), zone)
  }

  /// As in a row, a scan may read behind the text.
  private static func padded<Result>(_ text: [UInt8], _ body: (Bytes) -> Result) -> Result {
    (text + Array(repeating: 0, count: 64)).withField { body($0.part(0..<text.count)) }
  }
}
